package io.osusume.profiles;

/// How much one profile may hold.
///
/// @param entries titles on the list, in [1, 1000000]
/// @param marks titles hidden, and as many saved, in [1, 1000000]
/// @param preferences small choices of the pages, in [0, 1000]
/// @param changesKept how many of the last changes can be undone, in [0, 10000]
/// @param historyParts how many changed parts (an entry, a mark, a setting) those changes may have together, the newest
///     change not counted; at least 0
public record ProfileLimits(int entries, int marks, int preferences, int changesKept, int historyParts) {
    /// Longest name of a preference, in characters.
    public static final int NAME_LENGTH = 40;

    /// Longest value of a preference, in characters.
    public static final int VALUE_LENGTH = 200;

    /// Room for the largest lists there are.
    public static final ProfileLimits DEFAULT = new ProfileLimits(40_000, 10_000, 32, 50, 100_000);

    public ProfileLimits {
        check("entries", entries, 1, 1_000_000);
        check("marks", marks, 1, 1_000_000);
        check("preferences", preferences, 0, 1_000);
        check("changesKept", changesKept, 0, 10_000);
        check("historyParts", historyParts, 0, Integer.MAX_VALUE);
    }

    private static void check(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + " must be in [" + low + ", " + high + "], was " + value);
        }
    }
}
