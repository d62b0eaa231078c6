package io.osusume.evaluation;

import io.osusume.data.Profile;
import io.osusume.data.RandomOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// How well short lists are completed: the same users with lists cut at random, and the users with the
/// longest lists as they are.
///
/// For a length `n` the users whose folded-in list has at least `max(n, minEntries)` entries keep a
/// random `n` of them. What must be found stays the held-out part; the entries cut away are neither
/// shown nor counted. The cuts depend on the seed and the user's id alone, the same for every model, and
/// a shorter cut is a part of a longer one.
///
/// @param lengths ascending; empty for none
/// @param minEntries users with shorter lists are left out of every cut, at least 1
/// @param uncutEntries users with at least as many folded-in entries are a slice of their own, not
///     cut
public record ListLengths(List<Integer> lengths, int minEntries, int uncutEntries, long seed) {
    /// 5, 10, 20, 50 and 100 entries of users with at least 20; users with at least 400.
    public static final ListLengths DEFAULT = new ListLengths(List.of(5, 10, 20, 50, 100), 20, 400, 5);

    public ListLengths {
        lengths = List.copyOf(lengths);
        int last = 0;
        for (int length : lengths) {
            if (length <= last) {
                throw new IllegalArgumentException("list lengths must be positive and ascend, were " + lengths);
            }
            last = length;
        }
        if (minEntries < 1) {
            throw new IllegalArgumentException("min-entries must be at least 1, was " + minEntries);
        }
        if (uncutEntries <= last) {
            throw new IllegalArgumentException(
                    "uncut-entries must be more than the longest cut " + last + ", was " + uncutEntries);
        }
    }

    /// The name of a cut in reports: `list-5`.
    public static String slice(int length) {
        return "list-" + length;
    }

    /// The name of the slice of long lists in reports: `list-400+`.
    public String uncutSlice() {
        return "list-" + uncutEntries + "+";
    }

    /// The list of a user cut to a length; empty for a user whose list is too short.
    public Optional<Profile> cut(HeldOutUser user, int length) {
        Profile foldIn = user.foldIn();
        int size = foldIn.size();
        if (size < Math.max(length, minEntries)) {
            return Optional.empty();
        }
        int[] entries = new int[size];
        Arrays.setAll(entries, k -> k);
        SplittableRandom random = RandomOrder.ofUser(seed, user.userId());
        int[] items = new int[length];
        float[] ratings = new float[length];
        for (int k = 0; k < length; k++) {
            int other = k + random.nextInt(size - k);
            int kept = entries[other];
            entries[other] = entries[k];
            items[k] = foldIn.item(kept);
            ratings[k] = foldIn.rating(kept);
        }
        return Optional.of(Profile.of(items, ratings));
    }
}
