package io.osusume.model.hybrid;

import io.osusume.kernel.Threads;

/// How many users two items have in common, kept as a share of the smaller item's users in 16 bits.
///
/// Shape: `itemCount` x `itemCount` row-major, symmetric. A count is off by at most 1/131,070 of the smaller item's
/// users. This class owns its array.
final class Overlaps {
    private static final float STEPS = 65_535;

    private final int itemCount;
    private final short[] shares;

    private Overlaps(int itemCount, short[] shares) {
        this.itemCount = itemCount;
        this.shares = shares;
    }

    /// The overlaps of a matrix of co-occurrences.
    ///
    /// @param counts what [io.osusume.model.Cooccurrences#matrix] gave for `n` items; read, not kept
    static Overlaps of(int n, float[] counts, Threads threads) {
        short[] shares = new short[counts.length];
        threads.run(n, row -> {
            float own = counts[row * n + row];
            for (int column = 0; column < n; column++) {
                float smaller = Math.min(own, counts[column * n + column]);
                shares[row * n + column] =
                        smaller == 0 ? 0 : (short) Math.round(counts[row * n + column] / smaller * STEPS);
            }
        });
        return new Overlaps(n, shares);
    }

    /// Where an item's row begins.
    int row(int item) {
        return item * itemCount;
    }

    /// The users in common, in steps of a 65,535th of the smaller item's.
    short steps(int from, int to) {
        return shares[from * itemCount + to];
    }

    /// The users in common as a share of the smaller item's, in [0, 1].
    ///
    /// @param row what [#row(int)] gave
    float share(int row, int item) {
        return (shares[row + item] & 0xffff) * (1 / STEPS);
    }
}
