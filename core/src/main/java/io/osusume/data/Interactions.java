package io.osusume.data;

import java.util.Arrays;

/// All interactions of users with items, grouped by user (compressed sparse rows).
///
/// Shape: `userCount` x `itemCount` with `size` entries, at most 2^31 - 1. User `u` owns the entries
/// `begin(u)` to `end(u)` (exclusive), their items strictly ascending. Ratings follow [#scale()].
/// This class owns its arrays.
public final class Interactions {
    private final int itemCount;
    private final int[] offsets;
    private final int[] items;
    private final float[] ratings;
    private final RatingScale scale;

    private Interactions(int itemCount, int[] offsets, int[] items, float[] ratings, RatingScale scale) {
        this.itemCount = itemCount;
        this.offsets = offsets;
        this.items = items;
        this.ratings = ratings;
        this.scale = scale;
    }

    /// Takes over the arrays of a compressed sparse row matrix; the caller must not use them again.
    ///
    /// @param offsets `userCount + 1` ascending positions, the first 0, the last `items.length`
    /// @throws IllegalArgumentException if the offsets do not fit, or items are not strictly ascending within a
    ///     user and below `itemCount`
    public static Interactions owning(int itemCount, int[] offsets, int[] items, float[] ratings, RatingScale scale) {
        if (offsets.length == 0 || offsets[0] != 0 || offsets[offsets.length - 1] != items.length) {
            throw new IllegalArgumentException("offsets must run from 0 to the number of items " + items.length);
        }
        if (items.length != ratings.length) {
            throw new IllegalArgumentException(items.length + " items but " + ratings.length + " ratings");
        }
        for (int user = 0; user + 1 < offsets.length; user++) {
            int previous = -1;
            if (offsets[user + 1] < offsets[user]) {
                throw new IllegalArgumentException("offsets fall after user " + user);
            }
            for (int k = offsets[user]; k < offsets[user + 1]; k++) {
                if (items[k] <= previous || items[k] >= itemCount) {
                    throw new IllegalArgumentException("items of user " + user + " must ascend strictly within [0, "
                            + itemCount + "), found " + items[k] + " after " + previous);
                }
                previous = items[k];
            }
        }
        return new Interactions(itemCount, offsets, items, ratings, scale);
    }

    public int userCount() {
        return offsets.length - 1;
    }

    public int itemCount() {
        return itemCount;
    }

    /// The number of entries.
    public int size() {
        return items.length;
    }

    public RatingScale scale() {
        return scale;
    }

    /// The position of the first entry of a user.
    public int begin(int user) {
        return offsets[user];
    }

    /// The position after the last entry of a user.
    public int end(int user) {
        return offsets[user + 1];
    }

    public int item(int entry) {
        return items[entry];
    }

    public float rating(int entry) {
        return ratings[entry];
    }

    /// The interactions of one user, copied.
    public Profile profile(int user) {
        return Profile.owning(
                Arrays.copyOfRange(items, offsets[user], offsets[user + 1]),
                Arrays.copyOfRange(ratings, offsets[user], offsets[user + 1]));
    }

    /// How many users each item has: `itemCount` counts, owned by the caller.
    public int[] itemCounts() {
        int[] counts = new int[itemCount];
        for (int item : items) {
            counts[item]++;
        }
        return counts;
    }

    /// The entries of all users but the given ones; the others keep their order.
    ///
    /// @param users ascending
    public Interactions withoutUsers(int[] users) {
        if (users.length == 0) {
            return this;
        }
        int rows = userCount() - users.length;
        int entries = size();
        for (int user : users) {
            entries -= end(user) - begin(user);
        }
        int[] starts = new int[rows + 1];
        int[] keptItems = new int[entries];
        float[] keptRatings = new float[entries];
        int row = 0;
        int out = 0;
        for (int user = 0; user < userCount(); user++) {
            if (out < users.length && users[out] == user) {
                out++;
                continue;
            }
            int length = end(user) - begin(user);
            System.arraycopy(items, begin(user), keptItems, starts[row], length);
            System.arraycopy(ratings, begin(user), keptRatings, starts[row], length);
            starts[row + 1] = starts[row] + length;
            row++;
        }
        return new Interactions(itemCount, starts, keptItems, keptRatings, scale);
    }

    /// The entries of at most `most` users, spread evenly over all; with as many or fewer users, all of them.
    ///
    /// @param most at least 1
    public Interactions ofSomeUsers(int most) {
        if (most >= userCount()) {
            return this;
        }
        int[] starts = new int[most + 1];
        for (int row = 0; row < most; row++) {
            int user = spread(row, most);
            starts[row + 1] = starts[row] + end(user) - begin(user);
        }
        int[] keptItems = new int[starts[most]];
        float[] keptRatings = new float[starts[most]];
        for (int row = 0; row < most; row++) {
            int begin = begin(spread(row, most));
            System.arraycopy(items, begin, keptItems, starts[row], starts[row + 1] - starts[row]);
            System.arraycopy(ratings, begin, keptRatings, starts[row], starts[row + 1] - starts[row]);
        }
        return new Interactions(itemCount, starts, keptItems, keptRatings, scale);
    }

    private int spread(int row, int rows) {
        return (int) ((long) row * userCount() / rows);
    }

    /// The entries of some items, which are numbered anew in the order given. Users who have none of them stay, with
    /// no entry.
    ///
    /// @param some ascending
    public Interactions ofItems(int[] some) {
        int[] numbers = new int[itemCount];
        Arrays.fill(numbers, -1);
        for (int number = 0; number < some.length; number++) {
            numbers[some[number]] = number;
        }
        int[] starts = new int[userCount() + 1];
        for (int user = 0; user < userCount(); user++) {
            starts[user + 1] = starts[user];
            for (int k = begin(user); k < end(user); k++) {
                starts[user + 1] += numbers[items[k]] >= 0 ? 1 : 0;
            }
        }
        int[] keptItems = new int[starts[userCount()]];
        float[] keptRatings = new float[keptItems.length];
        int next = 0;
        for (int k = 0; k < items.length; k++) {
            if (numbers[items[k]] >= 0) {
                keptItems[next] = numbers[items[k]];
                keptRatings[next++] = ratings[k];
            }
        }
        return new Interactions(some.length, starts, keptItems, keptRatings, scale);
    }

    /// The same entries grouped by item: rows are items, columns users, users ascending.
    public Interactions transposed() {
        int[] starts = new int[itemCount + 1];
        for (int item : items) {
            starts[item + 1]++;
        }
        for (int item = 0; item < itemCount; item++) {
            starts[item + 1] += starts[item];
        }
        int[] next = Arrays.copyOf(starts, itemCount);
        int[] users = new int[items.length];
        float[] byItem = new float[items.length];
        for (int user = 0; user < userCount(); user++) {
            for (int k = offsets[user]; k < offsets[user + 1]; k++) {
                int place = next[items[k]]++;
                users[place] = user;
                byItem[place] = ratings[k];
            }
        }
        return new Interactions(userCount(), starts, users, byItem, scale);
    }

    /// The entries as tensors `offsets` (I32), `items` (I32) and `ratings` (F32), sharing the arrays.
    public Tensors tensors() {
        return Tensors.of(java.util.Map.of("scale", scale.name(), "itemCount", Integer.toString(itemCount)))
                .with("offsets", Tensor.of(offsets, offsets.length))
                .with("items", Tensor.of(items, items.length))
                .with("ratings", Tensor.of(ratings, ratings.length));
    }

    /// The reverse of [#tensors()].
    public static Interactions from(Tensors tensors) {
        return owning(
                Integer.parseInt(tensors.attribute("itemCount")),
                tensors.ints("offsets"),
                tensors.ints("items"),
                tensors.floats("ratings"),
                RatingScale.valueOf(tensors.attribute("scale")));
    }
}
