package io.osusume.sample;

/// How much to simulate.
///
/// @param users at least 1
/// @param rows list entries of all users together: from 1 a user to [#longestList()] a user
/// @param titles at least 10; up to 450 are real ones, further ones are simulated
/// @param seed the same seed gives the same files, whatever the number of threads
/// @param threads at least 1
public record GenerateSettings(int users, long rows, int titles, long seed, int threads) {
    /// The titles of the sample.
    public static final int REAL_TITLES = 450;

    public GenerateSettings {
        atLeast("users", 1, users);
        atLeast("titles", 10, titles);
        atLeast("threads", 1, threads);
        long most = (long) users * longestList(titles);
        if (rows < users || rows > most) {
            throw new IllegalArgumentException("rows must be in [" + users + ", " + most + "] for " + users
                    + " users with 1 to " + longestList(titles) + " of " + titles + " titles each, was " + rows);
        }
    }

    /// A few thousand users over the real titles: enough to try everything in a minute.
    public static GenerateSettings small(int threads) {
        return new GenerateSettings(4_000, 280_000, REAL_TITLES, 42, threads);
    }

    /// No list holds more than four fifths of all titles.
    public int longestList() {
        return longestList(titles);
    }

    private static int longestList(int titles) {
        return titles / 5 * 4;
    }

    private static void atLeast(String name, int least, int found) {
        if (found < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", was " + found);
        }
    }
}
