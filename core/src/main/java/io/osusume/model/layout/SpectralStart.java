package io.osusume.model.layout;

import io.osusume.kernel.Threads;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Where the items stand at first: along the two slowest directions of a random walk on the graph, each
/// by rank, so that areas which belong together start together and nothing starts in a pile.
///
/// Source: Belkin and Niyogi, Laplacian eigenmaps (2003), by orthogonal iteration.
final class SpectralStart {
    private static final int STEPS = 150;
    private static final int ITEMS_PER_TASK = 1024;

    private final NeighbourGraph graph;
    private final double[] degrees;
    private final Threads threads;

    SpectralStart(NeighbourGraph graph, Threads threads) {
        this.graph = graph;
        this.threads = threads;
        this.degrees =
                IntStream.range(0, graph.itemCount()).mapToDouble(graph::degree).toArray();
    }

    /// Two coordinates of each item in [-1, 1].
    float[][] positions(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int itemCount = graph.itemCount();
        double[] first = random.doubles(itemCount, -1, 1).toArray();
        double[] second = random.doubles(itemCount, -1, 1).toArray();
        double[] constant = new double[itemCount];
        Arrays.fill(constant, 1);
        for (int step = 0; step < STEPS; step++) {
            first = walked(first);
            takeOut(constant, first);
            scale(first);
            second = walked(second);
            takeOut(constant, second);
            takeOut(first, second);
            scale(second);
        }
        return new float[][] {ranks(first), ranks(second)};
    }

    /// One lazy step: half of what stands at the item, half of what stands at its neighbours.
    private double[] walked(double[] values) {
        double[] walked = new double[values.length];
        threads.run((values.length + ITEMS_PER_TASK - 1) / ITEMS_PER_TASK, task -> {
            for (int item = task * ITEMS_PER_TASK;
                    item < Math.min(values.length, (task + 1) * ITEMS_PER_TASK);
                    item++) {
                walked[item] = degrees[item] == 0
                        ? values[item]
                        : (values[item] + graph.sum(item, values) / degrees[item]) / 2;
            }
        });
        return walked;
    }

    private double product(double[] a, double[] b) {
        double sum = 0;
        for (int item = 0; item < a.length; item++) {
            sum += degrees[item] * a[item] * b[item];
        }
        return sum;
    }

    private void takeOut(double[] direction, double[] values) {
        double length = product(direction, direction);
        if (length == 0) {
            return;
        }
        double share = product(direction, values) / length;
        for (int item = 0; item < values.length; item++) {
            values[item] -= share * direction[item];
        }
    }

    private void scale(double[] values) {
        double length = Math.sqrt(product(values, values));
        for (int item = 0; item < values.length && length > 0; item++) {
            values[item] /= length;
        }
    }

    private static float[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        float[] ranks = new float[values.length];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = order.length == 1 ? 0 : 2f * rank / (order.length - 1) - 1;
        }
        return ranks;
    }
}
