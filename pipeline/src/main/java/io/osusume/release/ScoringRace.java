package io.osusume.release;

import io.osusume.data.Profile;
import io.osusume.model.FoldIn;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/// How long two models take for the same lists, asked in turn so that whatever else the computer does
/// hits both alike.
/// The best of several rounds counts for each list, the median over lists for each model.
///
/// @param champion median milliseconds a list
/// @param challenger median milliseconds a list
record ScoringRace(double champion, double challenger) {
    private static final int LISTS = 100;
    private static final int ROUNDS = 5;
    private static final int N = 100;

    /// Runs the race on the first lists, one list after the other, on this thread.
    ///
    /// @param ofChampion lists by the champion's indices, as many as of the challenger
    static ScoringRace run(
            FoldIn champion,
            List<Profile> ofChampion,
            FoldIn challenger,
            List<Profile> ofChallenger,
            LongSupplier nanoTime) {
        int lists = Math.min(LISTS, ofChampion.size());
        long[] first = new long[lists];
        long[] second = new long[lists];
        Arrays.fill(first, Long.MAX_VALUE);
        Arrays.fill(second, Long.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++) {
            for (int k = 0; k < lists; k++) {
                first[k] = Math.min(first[k], time(champion, ofChampion.get(k), nanoTime));
                second[k] = Math.min(second[k], time(challenger, ofChallenger.get(k), nanoTime));
            }
        }
        return new ScoringRace(medianMillis(first), medianMillis(second));
    }

    private static long time(FoldIn model, Profile list, LongSupplier nanoTime) {
        long start = nanoTime.getAsLong();
        model.recommend(list, N);
        return nanoTime.getAsLong() - start;
    }

    private static double medianMillis(long[] nanos) {
        Arrays.sort(nanos);
        return nanos.length == 0 ? 0 : nanos[nanos.length / 2] / 1e6;
    }
}
