package io.osusume.model;

import io.osusume.data.Interactions;
import io.osusume.kernel.SymmetricMatrix;
import io.osusume.kernel.Threads;

/// How many users two items have in common: `X'X` of the binary user-item matrix `X`, one row or the whole.
///
/// Counts are whole numbers in floats, exact up to 2^24 users, so that no order of adding can change them.
public final class Cooccurrences {
    private static final int EXACT = 1 << 24;
    private static final int ITEMS_PER_TASK = 16;

    private final Interactions byUser;
    private final Interactions byItem;

    /// @throws IllegalArgumentException if there are more users than a float can count
    public Cooccurrences(Interactions training) {
        if (training.userCount() > EXACT) {
            throw new IllegalArgumentException("co-occurrences are counted in floats, exact up to " + EXACT
                    + " users; there are " + training.userCount());
        }
        this.byUser = training;
        this.byItem = training.transposed();
    }

    /// How many users have the item.
    public int users(int item) {
        return byItem.end(item) - byItem.begin(item);
    }

    /// Adds to `counts[offset + j]` how many users have both `item` and `j`, for each `j` below `limit`.
    public void addRow(int item, float[] counts, int offset, int limit) {
        for (int entry = byItem.begin(item); entry < byItem.end(item); entry++) {
            int user = byItem.item(entry);
            int end = byUser.end(user);
            for (int other = byUser.begin(user); other < end && byUser.item(other) < limit; other++) {
                counts[offset + byUser.item(other)]++;
            }
        }
    }

    /// The whole matrix, `itemCount` x `itemCount` row-major, symmetric; owned by the caller.
    ///
    /// @throws ArithmeticException if it is too large for one array
    public float[] matrix(Threads threads) {
        int n = byUser.itemCount();
        float[] counts = new float[Math.multiplyExact(n, n)];
        threads.run((n + ITEMS_PER_TASK - 1) / ITEMS_PER_TASK, task -> {
            int end = Math.min(n, (task + 1) * ITEMS_PER_TASK);
            for (int item = task * ITEMS_PER_TASK; item < end; item++) {
                addRow(item, counts, item * n, item + 1);
            }
        });
        SymmetricMatrix.mirrorLower(counts, n, threads);
        return counts;
    }
}
