package io.osusume.prepare;

import io.osusume.evaluation.HeldOutSplitter;
import io.osusume.ratings.BadRowPolicy;
import java.util.SortedMap;
import java.util.TreeMap;

/// How raw ratings are prepared.
///
/// @param minRatings users with fewer rows in the file (unscored and duplicated ones included) are dropped; at least 1
/// @param unscored what becomes of rows with rating 0
/// @param splitter who trains, tunes and judges
/// @param badRows how many bad rows are allowed
/// @param threads how many work at once, at least 1; the result does not depend on it
public record PrepareSettings(
        int minRatings, Unscored unscored, HeldOutSplitter splitter, BadRowPolicy badRows, int threads) {
    /// What the configuration says when nobody changed it; all processors.
    public static final PrepareSettings DEFAULT = new PrepareSettings(
            400,
            Unscored.EXCLUDE_FROM_RATINGS,
            HeldOutSplitter.DEFAULT,
            BadRowPolicy.NONE_ALLOWED,
            Runtime.getRuntime().availableProcessors());

    public PrepareSettings {
        if (minRatings < 1) {
            throw new IllegalArgumentException("min-ratings must be at least 1, was " + minRatings);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, was " + threads);
        }
    }

    /// These settings with another least number of rows a user.
    public PrepareSettings withMinRatings(int rows) {
        return new PrepareSettings(rows, unscored, splitter, badRows, threads);
    }

    /// These settings with another number of threads.
    public PrepareSettings withThreads(int count) {
        return new PrepareSettings(minRatings, unscored, splitter, badRows, count);
    }

    /// These settings with another policy for bad rows.
    public PrepareSettings withBadRows(BadRowPolicy policy) {
        return new PrepareSettings(minRatings, unscored, splitter, policy, threads);
    }

    /// These settings with another treatment of unscored rows.
    public PrepareSettings withUnscored(Unscored treatment) {
        return new PrepareSettings(minRatings, treatment, splitter, badRows, threads);
    }

    /// The settings by their public names, for the manifest. Threads are left out: they change nothing.
    SortedMap<String, String> byName() {
        SortedMap<String, String> names = new TreeMap<>();
        names.put("min-ratings", Integer.toString(minRatings));
        names.put("unscored", unscored.word());
        names.put("test-fraction", Double.toString(splitter.testFraction()));
        names.put("validation-fraction", Double.toString(splitter.validationFraction()));
        names.put("held-out-fraction", Double.toString(splitter.heldOutFraction()));
        names.put("min-entries", Integer.toString(splitter.minEntries()));
        names.put("max-users", Integer.toString(splitter.maxUsers()));
        names.put("seed", Long.toString(splitter.seed()));
        names.put(BadRowPolicy.SETTING, Long.toString(badRows.maxBadRows()));
        return names;
    }
}
