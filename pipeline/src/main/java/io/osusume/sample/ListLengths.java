package io.osusume.sample;

import java.util.SplittableRandom;

/// How many entries each simulated user has: log-normal like real lists, with an exact sum.
final class ListLengths {
    /// The standard deviation of the logarithm of a list's length.
    static final double SIGMA = 1.2;

    private ListLengths() {}

    /// Lengths in [1, longest] of all users, which add up to `rows`.
    ///
    /// @throws IllegalArgumentException if no such lengths exist
    static int[] draw(int users, long rows, int longest, long seed) {
        if (rows < users || rows > (long) users * longest) {
            throw new IllegalArgumentException("rows must be in [" + users + ", " + (long) users * longest + "] for "
                    + users + " users with 1 to " + longest + " entries each, was " + rows);
        }
        SplittableRandom random = new SplittableRandom(seed);
        float[] shape = new float[users];
        for (int user = 0; user < users; user++) {
            shape[user] = (float) StrictMath.exp(SIGMA * random.nextGaussian());
        }
        double low = 0;
        double high = 1e9;
        for (int step = 0; step < 100; step++) {
            double middle = (low + high) / 2;
            if (sum(shape, middle, longest) < rows) {
                low = middle;
            } else {
                high = middle;
            }
        }
        int[] lengths = new int[users];
        long sum = 0;
        for (int user = 0; user < users; user++) {
            lengths[user] = length(shape[user], low, longest);
            sum += lengths[user];
        }
        for (int user = 0; sum < rows; user = (user + 1) % users) {
            if (lengths[user] < longest) {
                lengths[user]++;
                sum++;
            }
        }
        return lengths;
    }

    private static long sum(float[] shape, double scale, int longest) {
        long sum = 0;
        for (float one : shape) {
            sum += length(one, scale, longest);
        }
        return sum;
    }

    private static int length(float shape, double scale, int longest) {
        return Math.clamp(Math.round(shape * scale), 1, longest);
    }
}
