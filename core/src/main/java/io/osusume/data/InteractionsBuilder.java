package io.osusume.data;

import java.util.Arrays;

/// Collects interactions in any order and groups them by user; of a pair that comes twice the last one wins.
///
/// For data that fits in memory; the full 109M rows go through the streaming prepare stage instead.
public final class InteractionsBuilder {
    private final int userCount;
    private final int itemCount;
    private final RatingScale scale;
    private int[] users = new int[1024];
    private int[] items = new int[1024];
    private float[] ratings = new float[1024];
    private int size;
    private int duplicates;

    public InteractionsBuilder(int userCount, int itemCount, RatingScale scale) {
        this.userCount = userCount;
        this.itemCount = itemCount;
        this.scale = scale;
    }

    /// Adds one interaction.
    ///
    /// @param rating 0 (watched, not scored) to 10
    /// @throws IndexOutOfBoundsException if the user or item is outside the shape
    public InteractionsBuilder add(int user, int item, int rating) {
        java.util.Objects.checkIndex(user, userCount);
        java.util.Objects.checkIndex(item, itemCount);
        if (size == users.length) {
            users = Arrays.copyOf(users, size * 2);
            items = Arrays.copyOf(items, size * 2);
            ratings = Arrays.copyOf(ratings, size * 2);
        }
        users[size] = user;
        items[size] = item;
        ratings[size++] = scale.scaled(rating);
        return this;
    }

    /// How many earlier rows of the same pair [#build()] replaced.
    public int duplicates() {
        return duplicates;
    }

    /// The interactions added so far.
    public Interactions build() {
        int[] starts = new int[userCount + 1];
        for (int k = 0; k < size; k++) {
            starts[users[k] + 1]++;
        }
        for (int user = 0; user < userCount; user++) {
            starts[user + 1] += starts[user];
        }
        long[] order = new long[size]; // item in the high half, row number in the low one
        int[] next = starts.clone();
        for (int k = 0; k < size; k++) {
            order[next[users[k]]++] = (long) items[k] << 32 | k;
        }
        int[] offsets = new int[userCount + 1];
        int[] kept = new int[size];
        float[] keptRatings = new float[size];
        int count = 0;
        for (int user = 0; user < userCount; user++) {
            Arrays.sort(order, starts[user], starts[user + 1]);
            for (int k = starts[user]; k < starts[user + 1]; k++) {
                int item = (int) (order[k] >>> 32);
                if (count > offsets[user] && kept[count - 1] == item) {
                    count--;
                }
                kept[count] = item;
                keptRatings[count++] = ratings[(int) order[k]];
            }
            offsets[user + 1] = count;
        }
        duplicates = size - count;
        return Interactions.owning(
                itemCount, offsets, Arrays.copyOf(kept, count), Arrays.copyOf(keptRatings, count), scale);
    }
}
