package io.osusume.model.layout;

import io.osusume.kernel.Threads;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The items on their way to their places. Owned by one training.
final class Descent {
    private static final int ITEMS_PER_TASK = 512;
    private static final float LEAST_GAIN = 0.01f;
    private static final double RIM = 0.97;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    private final NeighbourGraph graph;
    private final Threads threads;
    private final Repulsion repulsion;
    private final float[] x;
    private final float[] y;
    private final float[] pull;
    private final float[] push;
    private final float[] steps;
    private final float[] gains;

    /// @param x kept and changed, as `y`
    /// @param scale what both are multiplied with first
    Descent(NeighbourGraph graph, float[] x, float[] y, float scale, Threads threads) {
        int itemCount = graph.itemCount();
        this.graph = graph;
        this.threads = threads;
        this.repulsion = new Repulsion(
                IntStream.range(0, itemCount)
                        .filter(item -> !graph.isAlone(item))
                        .toArray(),
                threads);
        this.x = x;
        this.y = y;
        this.pull = new float[2 * itemCount];
        this.push = new float[2 * itemCount];
        this.steps = new float[2 * itemCount];
        this.gains = new float[2 * itemCount];
        Arrays.fill(gains, 1);
        for (int item = 0; item < itemCount; item++) {
            x[item] *= scale;
            y[item] *= scale;
        }
    }

    /// One step of all items at once.
    ///
    /// @param exaggeration how much harder neighbours pull
    /// @param largest the largest exaggeration of the training: the learning rate is what that can bear
    void step(double exaggeration, double largest, float momentum, float longest) {
        double sum = repulsion.push(x, y, push);
        float rate = (float) Math.max(50, x.length / largest / 4);
        float away = (float) (1 / Math.max(sum, Double.MIN_NORMAL));
        threads.run((x.length + ITEMS_PER_TASK - 1) / ITEMS_PER_TASK, task -> {
            for (int item = task * ITEMS_PER_TASK; item < Math.min(x.length, (task + 1) * ITEMS_PER_TASK); item++) {
                graph.pull(item, x, y, pull);
            }
        });
        for (int item = 0; item < x.length; item++) {
            if (!graph.isAlone(item)) {
                x[item] += moved(2 * item, (float) exaggeration, away, rate, momentum, longest);
                y[item] += moved(2 * item + 1, (float) exaggeration, away, rate, momentum, longest);
            }
        }
    }

    private float moved(int k, float exaggeration, float away, float rate, float momentum, float longest) {
        float gradient = 4 * (exaggeration * pull[k] - away * push[k]);
        boolean same = gradient * steps[k] > 0;
        gains[k] = Math.max(LEAST_GAIN, same ? gains[k] * 0.8f : gains[k] + 0.2f);
        float step = momentum * steps[k] - rate * gains[k] * gradient;
        steps[k] = Math.max(-longest, Math.min(longest, step));
        return steps[k];
    }

    boolean isFinite() {
        float sum = 0;
        for (int item = 0; item < x.length; item++) {
            sum += x[item] * 0 + y[item] * 0;
        }
        return sum == 0;
    }

    /// The coordinates, item by item, brought into [-1, 1]; what is alone is spread along the rim.
    float[] framed() {
        float left = Float.POSITIVE_INFINITY;
        float right = Float.NEGATIVE_INFINITY;
        float bottom = Float.POSITIVE_INFINITY;
        float top = Float.NEGATIVE_INFINITY;
        int alone = 0;
        for (int item = 0; item < x.length; item++) {
            if (graph.isAlone(item)) {
                alone++;
                continue;
            }
            left = Math.min(left, x[item]);
            right = Math.max(right, x[item]);
            bottom = Math.min(bottom, y[item]);
            top = Math.max(top, y[item]);
        }
        float half = Math.max(Math.max(right - left, top - bottom) / 2, Float.MIN_NORMAL);
        float frame = alone == 0 ? 1 : 0.9f;
        float[] framed = new float[2 * x.length];
        for (int item = 0; item < x.length; item++) {
            if (graph.isAlone(item)) {
                double cos = Math.cos(GOLDEN_ANGLE * item);
                double sin = Math.sin(GOLDEN_ANGLE * item);
                double reach = (RIM + (1 - RIM) * (item % 7) / 6) / Math.max(Math.abs(cos), Math.abs(sin));
                framed[2 * item] = clipped((float) (reach * cos));
                framed[2 * item + 1] = clipped((float) (reach * sin));
            } else {
                framed[2 * item] = clipped(frame * (x[item] - (left + right) / 2) / half);
                framed[2 * item + 1] = clipped(frame * (y[item] - (bottom + top) / 2) / half);
            }
        }
        return framed;
    }

    private static float clipped(float coordinate) {
        return Math.max(-1, Math.min(1, coordinate));
    }
}
