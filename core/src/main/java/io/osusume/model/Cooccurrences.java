package io.osusume.model;

import io.osusume.data.Interactions;
import io.osusume.kernel.SymmetricMatrix;
import io.osusume.kernel.Threads;

/// How many users two items have in common: `X'X` of the binary user-item matrix `X`, one row or
/// the whole.
///
/// Counts are whole numbers in floats, exact up to 2^24 users, so that no order of adding can
/// change them. Beside the interactions it holds one int an entry: the users of each item,
/// ascending.
public final class Cooccurrences {
    private static final int EXACT = 1 << 24;
    private static final int ITEMS_PER_TASK = 16;

    private final Interactions byUser;
    private final int[] starts;
    private final int[] users;

    /// @throws IllegalArgumentException if there are more users than a float can count
    public Cooccurrences(Interactions training) {
        if (training.userCount() > EXACT) {
            throw new IllegalArgumentException("co-occurrences are counted in floats, exact up to " + EXACT
                    + " users; there are " + training.userCount());
        }
        this.byUser = training;
        this.starts = new int[training.itemCount() + 1];
        this.users = new int[training.size()];
        int[] counts = training.itemCounts();
        for (int item = 0; item < counts.length; item++) {
            starts[item + 1] = starts[item] + counts[item];
        }
        int[] next = starts.clone();
        for (int user = 0; user < training.userCount(); user++) {
            for (int entry = training.begin(user); entry < training.end(user); entry++) {
                users[next[training.item(entry)]++] = user;
            }
        }
    }

    /// How many users have the item.
    public int users(int item) {
        return starts[item + 1] - starts[item];
    }

    /// Adds to `counts[offset + j]` how many users have both `item` and `j`, for each `j`.
    ///
    /// @param counts at least `itemCount` long from `offset` on
    public void addRow(int item, float[] counts, int offset) {
        for (int place = starts[item]; place < starts[item + 1]; place++) {
            int end = byUser.end(users[place]);
            for (int entry = byUser.begin(users[place]); entry < end; entry++) {
                counts[offset + byUser.item(entry)]++;
            }
        }
    }

    /// [#matrix(Threads)] of users of unequal weight. Each element is added up in the order of the users,
    /// so that the matrix is symmetric to the bit on any number of threads.
    ///
    /// @param weights one a user
    /// @throws IllegalArgumentException if there are too many items for one array, 2^31 - 1
    ///     elements
    public float[] matrix(float[] weights, Threads threads) {
        int n = byUser.itemCount();
        float[] sums = emptyMatrix();
        threads.run((n + ITEMS_PER_TASK - 1) / ITEMS_PER_TASK, task -> {
            int end = Math.min(n, (task + 1) * ITEMS_PER_TASK);
            for (int item = task * ITEMS_PER_TASK; item < end; item++) {
                for (int place = starts[item]; place < starts[item + 1]; place++) {
                    int last = byUser.end(users[place]);
                    for (int entry = byUser.begin(users[place]); entry < last; entry++) {
                        sums[item * n + byUser.item(entry)] += weights[users[place]];
                    }
                }
            }
        });
        return sums;
    }

    /// The whole matrix, `itemCount` x `itemCount` row-major, symmetric; owned by the caller.
    ///
    /// Pairs of two common items are counted on bit sets, a bit a user; rows of rare items by
    /// adding up the lists of their users. Where one ends and the other begins follows from what
    /// each costs ([CommonItems]).
    ///
    /// @throws IllegalArgumentException if there are too many items for one array, 2^31 - 1
    ///     elements
    public float[] matrix(Threads threads) {
        int n = byUser.itemCount();
        float[] counts = emptyMatrix();
        CommonItems common = CommonItems.choose(byUser, starts, users);
        common.count(counts, threads);
        int[] rare = common.others();
        threads.run((rare.length + ITEMS_PER_TASK - 1) / ITEMS_PER_TASK, task -> {
            int end = Math.min(rare.length, (task + 1) * ITEMS_PER_TASK);
            for (int k = task * ITEMS_PER_TASK; k < end; k++) {
                addRow(rare[k], counts, rare[k] * n);
            }
        });
        SymmetricMatrix.mirrorLarger(counts, n, threads);
        return counts;
    }

    private float[] emptyMatrix() {
        int n = byUser.itemCount();
        if (n > SymmetricMatrix.MAX_SIDE) {
            throw new IllegalArgumentException("the matrix of all pairs of items fits one array up to "
                    + SymmetricMatrix.MAX_SIDE + " items, there are " + n + "; leave out those with the fewest users");
        }
        return new float[n * n];
    }
}
