package io.osusume.model.hybrid;

import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.kernel.Threads;

/// How many users two items have in common, kept as a share of the smaller item's users in 16 bits.
///
/// Shape: `itemCount` x `itemCount` row-major, symmetric. A count is off by at most 1/131,070 of the smaller item's
/// users. This class owns its array.
final class Overlaps {
    private static final String NAME = "overlaps";
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

    /// The overlaps a model's state holds.
    ///
    /// @throws IllegalArgumentException if they do not fit the number of items
    static Overlaps of(Tensors state, int n) {
        return new Overlaps(n, state.shorts(NAME, n, n));
    }

    /// A model's state and these overlaps, which share their array.
    Tensors addedTo(Tensors state) {
        return state.with(NAME, Tensor.of(shares, itemCount, itemCount));
    }

    /// Where an item's row begins.
    int row(int item) {
        return item * itemCount;
    }

    /// The users in common as a share of the smaller item's, in [0, 1].
    ///
    /// @param row what [#row(int)] gave
    float share(int row, int item) {
        return (shares[row + item] & 0xffff) * (1 / STEPS);
    }
}
