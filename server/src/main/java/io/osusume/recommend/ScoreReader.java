package io.osusume.recommend;

import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.registry.ExpectedScores;
import io.osusume.registry.LoadedModel;
import java.util.Optional;
import java.util.stream.IntStream;

/// Says what scores to expect from a list, where the model version tells and the list has scores to go by.
final class ScoreReader {
    /// A list with fewer scores says nothing about how its owner scores.
    private static final int FEWEST = 3;

    private final Optional<ExpectedScores> scores;
    private final RatingScale scale;

    ScoreReader(LoadedModel loaded, Profile profile) {
        this.scale = loaded.scale();
        this.scores =
                scored(profile) < FEWEST ? Optional.empty() : loaded.insights().scores();
    }

    private static int scored(Profile profile) {
        return (int) IntStream.range(0, profile.size())
                .filter(entry -> !Float.isNaN(profile.rating(entry)))
                .count();
    }

    /// What to expect of each of some items; none of them, or all.
    Optional<ExpectedScore[]> expected(Profile profile, int[] items) {
        return scores.map(known -> {
            float[] ratings = known.model().predict(profile, items);
            double within = scale.points(known.errors().within(scored(profile))) - scale.points(0);
            ExpectedScore[] expected = new ExpectedScore[items.length];
            for (int k = 0; k < items.length; k++) {
                expected[k] = new ExpectedScore(Math.clamp(scale.points(ratings[k]), 1, 10), within);
            }
            return expected;
        });
    }
}
