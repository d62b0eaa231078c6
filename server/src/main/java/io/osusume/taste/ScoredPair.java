package io.osusume.taste;

import io.osusume.data.Title;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A title that both the fan and the community have scored.
///
/// @param rating in [1, 10]
record ScoredPair(Title title, int rating) {
    private static final int SCORES = 10;
    private static final double CLEARLY = 1;

    /// How the fan scores; empty for no pair.
    static Optional<ScoreHabits> habits(List<ScoredPair> pairs) {
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> own = new ArrayList<>(Collections.nCopies(SCORES, 0));
        List<Integer> community = new ArrayList<>(Collections.nCopies(SCORES, 0));
        for (ScoredPair pair : pairs) {
            count(own, pair.rating);
            count(community, (int) Math.round(pair.title.score()));
        }
        return Optional.of(
                new ScoreHabits(pairs.size(), ownMean(pairs), communityMean(pairs), own, community, agreement(pairs)));
    }

    private static void count(List<Integer> counts, int score) {
        counts.set(score - 1, counts.get(score - 1) + 1);
    }

    private static double ownMean(List<ScoredPair> pairs) {
        return pairs.stream().mapToInt(ScoredPair::rating).average().orElseThrow();
    }

    private static double communityMean(List<ScoredPair> pairs) {
        return pairs.stream().mapToDouble(pair -> pair.title.score()).average().orElseThrow();
    }

    private static OptionalDouble agreement(List<ScoredPair> pairs) {
        double ownMean = ownMean(pairs);
        double communityMean = communityMean(pairs);
        double both = 0;
        double own = 0;
        double community = 0;
        for (ScoredPair pair : pairs) {
            double mine = pair.rating - ownMean;
            double theirs = pair.title.score() - communityMean;
            both += mine * theirs;
            own += mine * mine;
            community += theirs * theirs;
        }
        return pairs.size() < ScoreHabits.FEWEST_FOR_AGREEMENT || own == 0 || community == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(both / Math.sqrt(own * community));
    }

    /// What the fan sees clearly otherwise: by a point at least.
    ///
    /// @param sign 1 for above the community, -1 for below
    static List<ContrarianPick> contrarian(List<ScoredPair> pairs, int sign, int n) {
        if (pairs.isEmpty()) {
            return List.of();
        }
        double usual = ownMean(pairs) - communityMean(pairs);
        return pairs.stream()
                .map(pair -> new ContrarianPick(pair.title, pair.rating, pair.rating - pair.title.score() - usual))
                .filter(pick -> pick.difference() * sign >= CLEARLY)
                .sorted(Comparator.comparingDouble((ContrarianPick pick) -> -pick.difference() * sign)
                        .thenComparingLong(pick -> pick.title().itemId()))
                .limit(n)
                .toList();
    }
}
