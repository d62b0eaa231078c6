package io.osusume.model.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Random ensembles, and rows that often stand exactly on a threshold, at a zero or nowhere.
final class SampleTrees {
    private static final double[] THRESHOLDS = {-2, -.5, -1e-35, 0, 1e-35, .1, .25, 1, 1e300, Double.POSITIVE_INFINITY};

    private final SplittableRandom random;
    private final int width;

    SampleTrees(long seed, int width) {
        random = new SplittableRandom(seed);
        this.width = width;
    }

    TreeEnsemble ensemble(int trees, int mostLeaves) {
        List<Tree> grown = new ArrayList<>();
        for (int k = 0; k < trees; k++) {
            grown.add(grow(random.nextInt(1, mostLeaves + 1)));
        }
        return TreeEnsemble.of(IntStream.range(0, width).mapToObj(k -> "f" + k).toList(), grown);
    }

    private Tree grow(int leaves) {
        if (leaves == 1) {
            return new Tree.Leaf(random.nextGaussian(), random.nextInt(1, 100));
        }
        int left = random.nextInt(1, leaves);
        double threshold = random.nextBoolean()
                ? THRESHOLDS[random.nextInt(THRESHOLDS.length)]
                : (float) random.nextGaussian() + random.nextInt(-1, 2) * 1e-12;
        return new Tree.Split(random.nextInt(width), threshold, random.nextBoolean(), grow(left), grow(leaves - left));
    }

    float[] rows(int count) {
        float[] rows = new float[count * width];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = switch (random.nextInt(6)) {
                case 0 -> Float.NaN;
                case 1 -> random.nextBoolean() ? 0f : -0f;
                case 2 -> (float) THRESHOLDS[random.nextInt(THRESHOLDS.length)];
                case 3 -> random.nextBoolean() ? Float.NEGATIVE_INFINITY : -Float.MAX_VALUE;
                default -> (float) random.nextGaussian();
            };
        }
        return rows;
    }
}
