package io.osusume.model.taste;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.model.Ranking;
import org.junit.jupiter.api.Test;

class PreferencesTest {
    /// Five users: all give item 0 the best rating (1) and item 1 the worst (0); nobody has items 2 and
    /// 3.
    private static Preferences preferences() {
        InteractionsBuilder builder = new InteractionsBuilder(5, 4, RatingScale.SCORED_ONLY);
        for (int user = 0; user < 5; user++) {
            builder.add(user, 0, 10).add(user, 1, 1);
        }
        return new Preferences(builder.build());
    }

    /// The mean of all is .5. Item 0: (5 x 1 + 10 x .5) / 15 = 2/3, item 1: (0 + 5) / 15 = 1/3. The
    /// fan's ratings 1, 1, 0 have the mean 2/3, so the first two deviate by 1/3: item 0 is worth 1/3 -
    /// (1/6) / 2 = 1/4, item 1 1/3 + 1/12 = 5/12.
    @Test
    void aHighRatingOfWhatOthersRateLowIsWorthMore() {
        Ranking valued = preferences().of(Profile.of(new int[] {0, 1, 2}, new float[] {1, 1, 0}), 10);
        assertArrayEquals(new int[] {1, 0}, valued.indices());
        assertEquals(5 / 12.0, valued.score(0), 1e-6);
        assertEquals(1 / 4.0, valued.score(1), 1e-6);
    }

    @Test
    void whatIsNotScoredIsNeitherValuedNorDoesItMoveTheMean() {
        Profile profile = Profile.of(new int[] {0, 1, 2, 3}, new float[] {Float.NaN, .5f, .75f, Float.NaN});
        assertArrayEquals(new int[] {2}, preferences().of(profile, 10).indices());
    }

    @Test
    void whoRatesEverythingAlikeOrNothingShowsNoPreference() {
        assertEquals(
                0,
                preferences()
                        .of(Profile.of(new int[] {0, 1}, new float[] {1, 1}), 10)
                        .size());
        assertEquals(0, preferences().of(Profile.ofItems(0, 1), 10).size());
        assertEquals(0, preferences().of(Profile.ofItems(), 10).size());
    }

    @Test
    void withoutAnyScoredTrainingEntryOnlyTheOwnMeanCounts() {
        Interactions unscored = new InteractionsBuilder(1, 2, RatingScale.SCORED_ONLY)
                .add(0, 0, 0)
                .build();
        Ranking valued = new Preferences(unscored).of(Profile.of(new int[] {0, 1}, new float[] {1, .5f}), 10);
        assertArrayEquals(new int[] {0}, valued.indices());
        assertEquals(.25, valued.score(0), 1e-6);
    }
}
