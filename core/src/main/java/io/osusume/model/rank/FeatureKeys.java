package io.osusume.model.rank;

/// Integers in the order of features, so that comparisons need no case of their own for what is missing.
final class FeatureKeys {
    /// Of `NaN`: the smallest.
    static final int MISSING = Integer.MIN_VALUE;

    private FeatureKeys() {}

    /// An integer that is in the same order as the number; both zeros have the same, `NaN` has the
    /// smallest of all.
    static int of(float number) {
        int bits = Float.floatToRawIntBits(number + 0f);
        return Float.isNaN(number) ? MISSING : bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }

    /// Writes the integers of some features.
    ///
    /// @param rows read from `from` to `from + count`
    /// @param keys written from 0 to `count`
    static void write(float[] rows, int from, int count, int[] keys) {
        for (int k = 0; k < count; k++) {
            keys[k] = of(rows[from + k]);
        }
    }

    /// The integer that splits features as a threshold does: that of the largest float that is at most
    /// the threshold.
    static int ofThreshold(double threshold) {
        float near = (float) threshold;
        return of(near > threshold ? Math.nextDown(near) : near);
    }
}
