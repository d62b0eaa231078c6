package io.osusume.model.rating;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.model.TrainingException;
import org.junit.jupiter.api.Test;

class DampedMeansTest {
    /// Ratings of 10 are 1 in [0, 1], those of 1 are 0. Item 2 is watched but not scored, item 3 unknown.
    private static final Interactions TRAINING = new InteractionsBuilder(2, 4, RatingScale.SCORED_ONLY)
            .add(0, 0, 10)
            .add(0, 1, 1)
            .add(0, 2, 0)
            .add(1, 0, 10)
            .add(1, 1, 10)
            .build();

    private static float[] predicted(DampedMeans means, Profile profile) {
        float[] ratings = new float[4];
        means.predict(profile, ratings);
        return ratings;
    }

    /// The mean is 3/4. Items first: item 0 deviates by 2 * 1/4 over (2 + 2) = 1/8, item 1 by (-3/4 + 1/4) / 4
    /// = -1/8. A user of one rating 1 for item 1 then deviates by (1 - 3/4 + 1/8) / (1 + 1) = 3/16.
    @Test
    void deviationsAreMeansDampedByRatingsThatDoNotDeviate() {
        DampedMeans means = new DampedMeansTrainer(1, 2, 1).train(TRAINING);
        assertEquals(.75, means.mean(), 1e-9);
        float[] nobody = predicted(means, Profile.ofItems());
        assertArrayEquals(new float[] {.875f, .625f, .75f, .75f}, nobody, 1e-6f);
        float[] content = predicted(means, Profile.of(new int[] {1}, new float[] {1}));
        assertArrayEquals(new float[] {1, .8125f, .9375f, .9375f}, content, 1e-6f);
    }

    @Test
    void entriesWithoutAScoreSayNothing() {
        DampedMeans means = DampedMeansTrainer.defaults().train(TRAINING);
        assertArrayEquals(predicted(means, Profile.ofItems()), predicted(means, Profile.ofItems(0, 1, 2, 3)), 0f);
    }

    @Test
    void restoredMeansPredictTheSame() {
        DampedMeansTrainer trainer = DampedMeansTrainer.defaults();
        DampedMeans means = trainer.train(TRAINING);
        Profile profile = Profile.of(new int[] {0}, new float[] {.5f});
        assertArrayEquals(predicted(means, profile), predicted(trainer.restore(means.state(), TRAINING), profile), 0f);
    }

    @Test
    void dataWithoutAScoreIsRefused() {
        Interactions unscored = new InteractionsBuilder(1, 2, RatingScale.SCORED_ONLY)
                .add(0, 1, 0)
                .build();
        TrainingException failure = assertThrows(
                TrainingException.class, () -> DampedMeansTrainer.defaults().train(unscored));
        assertEquals("damped-means needs ratings, and none of 1 entries has one", failure.getMessage());
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertEquals(
                "user-damping must be at least 0, was -1.0",
                assertThrows(IllegalArgumentException.class, () -> new DampedMeansTrainer(-1, 0, 1))
                        .getMessage());
        assertEquals(
                "rounds must be at least 1, was 0",
                assertThrows(IllegalArgumentException.class, () -> new DampedMeansTrainer(1, 0, 0))
                        .getMessage());
    }
}
