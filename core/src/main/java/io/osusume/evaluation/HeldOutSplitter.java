package io.osusume.evaluation;

import io.osusume.data.IdIndex;
import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.RandomOrder;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Sets whole users apart: some train, some tune (validation), some judge (test); of those that do not train, a part
/// of the list is held out and the rest is folded in.
///
/// The assignment needs only how many entries each user has, so that it can be made before the entries are read. Which
/// entries of a user are held out depends on the seed and the user's index alone.
///
/// @param testFraction of the users with at least `minEntries` entries, in [0, 1)
/// @param validationFraction of the same users, in [0, 1)
/// @param heldOutFraction of a user's entries, rounded, in (0, 1); at least one is held out and one folded in
/// @param minEntries users with fewer always train; at least 2
/// @param maxUsers the most users of the validation and of the test part each; those above train. At least 1
public record HeldOutSplitter(
        double testFraction,
        double validationFraction,
        double heldOutFraction,
        int minEntries,
        int maxUsers,
        long seed) {
    /// The value of `userPart` for a user that trains.
    public static final int TRAINING = 0;

    /// The value of `userPart` for a user settings are tuned on.
    public static final int VALIDATION = 1;

    /// The value of `userPart` for a user that judges.
    public static final int TEST = 2;

    /// A fifth of the users judges, a tenth tunes, a fifth of their entries is held out; lists of 10 and more.
    public static final HeldOutSplitter DEFAULT = new HeldOutSplitter(.2, .1, .2, 10, Integer.MAX_VALUE, 7);

    public HeldOutSplitter {
        if (!(testFraction >= 0 && testFraction < 1)) {
            throw new IllegalArgumentException("test-fraction must be in [0, 1), was " + testFraction);
        }
        if (!(validationFraction >= 0 && validationFraction < 1)) {
            throw new IllegalArgumentException("validation-fraction must be in [0, 1), was " + validationFraction);
        }
        if (testFraction + validationFraction >= 1) {
            throw new IllegalArgumentException("test-fraction and validation-fraction must leave users to train on,"
                    + " their sum was " + (testFraction + validationFraction));
        }
        if (!(heldOutFraction > 0 && heldOutFraction < 1)) {
            throw new IllegalArgumentException("held-out-fraction must be in (0, 1), was " + heldOutFraction);
        }
        if (minEntries < 2) {
            throw new IllegalArgumentException("min-entries must be at least 2, was " + minEntries);
        }
        if (maxUsers < 1) {
            throw new IllegalArgumentException("max-users must be at least 1, was " + maxUsers);
        }
    }

    /// Assigns every user a part and picks the held-out entries.
    ///
    /// @param offsets `users + 1` ascending positions, the first 0: user `u` owns the entries `offsets[u]` to
    ///     `offsets[u + 1]` (exclusive), as in [Interactions]
    /// @return `userPart` (I32, one a user) and `heldOut` (I32, ascending positions of the held-out entries); the
    ///     settings as attributes
    public Tensors assign(int[] offsets) {
        int users = offsets.length - 1;
        int[] eligible = new int[users];
        int count = 0;
        for (int user = 0; user < users; user++) {
            if (offsets[user + 1] - offsets[user] >= minEntries) {
                eligible[count++] = user;
            }
        }
        SplittableRandom random = new SplittableRandom(seed);
        RandomOrder.shuffleStart(eligible, count, count, random);
        int test = (int) (testFraction * count);
        int validation = (int) (validationFraction * count);
        int[] userPart = new int[users];
        for (int k = 0; k < Math.min(test, maxUsers); k++) {
            userPart[eligible[k]] = TEST;
        }
        for (int k = test; k < test + Math.min(validation, maxUsers); k++) {
            userPart[eligible[k]] = VALIDATION;
        }
        int[] heldOut = heldOut(offsets, userPart);
        return Tensors.of(new TreeMap<>(Map.of(
                        "testFraction", Double.toString(testFraction),
                        "validationFraction", Double.toString(validationFraction),
                        "heldOutFraction", Double.toString(heldOutFraction),
                        "minEntries", Integer.toString(minEntries),
                        "maxUsers", Integer.toString(maxUsers),
                        "seed", Long.toString(seed))))
                .with("userPart", Tensor.of(userPart, users))
                .with("heldOut", Tensor.of(heldOut, heldOut.length));
    }

    private int[] heldOut(int[] offsets, int[] userPart) {
        int total = 0;
        for (int user = 0; user < userPart.length; user++) {
            if (userPart[user] != TRAINING) {
                total += heldOutOf(offsets[user + 1] - offsets[user]);
            }
        }
        int[] heldOut = new int[total];
        int size = 0;
        for (int user = 0; user < userPart.length; user++) {
            if (userPart[user] == TRAINING) {
                continue;
            }
            int entries = offsets[user + 1] - offsets[user];
            int[] positions = new int[entries];
            for (int k = 0; k < entries; k++) {
                positions[k] = offsets[user] + k;
            }
            int picked = heldOutOf(entries);
            RandomOrder.shuffleStart(positions, entries, picked, RandomOrder.ofUser(seed, user));
            Arrays.sort(positions, 0, picked);
            System.arraycopy(positions, 0, heldOut, size, picked);
            size += picked;
        }
        return heldOut;
    }

    private int heldOutOf(int entries) {
        return Math.clamp(Math.round(heldOutFraction * entries), 1, entries - 1);
    }

    /// Cuts the interactions as an assignment says.
    ///
    /// @param all of all users; `users` and `items` are its two indices
    /// @param assignment what [#assign(int[])] gave for the offsets of `all`
    /// @throws IllegalArgumentException if the assignment was made for other interactions
    public static Split split(Interactions all, IdIndex users, IdIndex items, Tensors assignment) {
        int[] userPart = assignment.ints("userPart");
        int[] heldOut = assignment.ints("heldOut");
        if (userPart.length != all.userCount() || users.size() != all.userCount() || items.size() != all.itemCount()) {
            throw new IllegalArgumentException("the split must fit the interactions: " + all.userCount() + " users and "
                    + all.itemCount() + " items, but userPart has " + userPart.length + " users, the user index "
                    + users.size() + " and the item index " + items.size());
        }
        List<HeldOutUser> validation = new ArrayList<>();
        List<HeldOutUser> test = new ArrayList<>();
        int next = 0;
        for (int user = 0; user < userPart.length; user++) {
            if (userPart[user] == TRAINING) {
                continue;
            }
            int begin = next;
            while (next < heldOut.length && heldOut[next] < all.end(user)) {
                next++;
            }
            HeldOutUser apart = heldOutUser(all, user, users.id(user), Arrays.copyOfRange(heldOut, begin, next));
            (userPart[user] == TEST ? test : validation).add(apart);
        }
        if (next != heldOut.length) {
            throw new IllegalArgumentException("held-out entry " + heldOut[next] + " belongs to no held-out user");
        }
        return new Split(items, trainingIds(users, userPart), training(all, userPart), validation, test);
    }

    private static HeldOutUser heldOutUser(Interactions all, int user, long userId, int[] positions) {
        int foldInSize = all.end(user) - all.begin(user) - positions.length;
        if (foldInSize < 0 || (positions.length > 0 && positions[0] < all.begin(user))) {
            throw new IllegalArgumentException(
                    "held-out entry " + positions[0] + " does not belong to the held-out user " + userId);
        }
        int[] foldIn = new int[foldInSize];
        float[] ratings = new float[foldInSize];
        int[] apart = new int[positions.length];
        float[] apartRatings = new float[positions.length];
        int taken = 0;
        int kept = 0;
        for (int entry = all.begin(user); entry < all.end(user); entry++) {
            if (taken < positions.length && positions[taken] == entry) {
                apart[taken] = all.item(entry);
                apartRatings[taken++] = all.rating(entry);
            } else {
                foldIn[kept] = all.item(entry);
                ratings[kept++] = all.rating(entry);
            }
        }
        return new HeldOutUser(userId, Profile.of(foldIn, ratings), Profile.of(apart, apartRatings));
    }

    private static IdIndex trainingIds(IdIndex users, int[] userPart) {
        long[] ids = new long[userPart.length];
        int count = 0;
        for (int user = 0; user < userPart.length; user++) {
            if (userPart[user] == TRAINING) {
                ids[count++] = users.id(user);
            }
        }
        return IdIndex.of(Arrays.copyOf(ids, count));
    }

    private static Interactions training(Interactions all, int[] userPart) {
        int users = 0;
        int entries = 0;
        for (int user = 0; user < userPart.length; user++) {
            if (userPart[user] == TRAINING) {
                users++;
                entries += all.end(user) - all.begin(user);
            }
        }
        int[] offsets = new int[users + 1];
        int[] items = new int[entries];
        float[] ratings = new float[entries];
        int row = 0;
        int size = 0;
        for (int user = 0; user < userPart.length; user++) {
            if (userPart[user] != TRAINING) {
                continue;
            }
            for (int entry = all.begin(user); entry < all.end(user); entry++) {
                items[size] = all.item(entry);
                ratings[size++] = all.rating(entry);
            }
            offsets[++row] = size;
        }
        return Interactions.owning(all.itemCount(), offsets, items, ratings, all.scale());
    }
}
