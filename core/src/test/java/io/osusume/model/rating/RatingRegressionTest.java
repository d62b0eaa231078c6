package io.osusume.model.rating;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.TrainingListener;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RatingRegressionTest {
    /// Of the items 0 to 9 each user likes the even ones or the odd ones.
    private static final Interactions TASTES = tastes();

    private static Interactions tastes() {
        InteractionsBuilder builder = new InteractionsBuilder(200, 11, RatingScale.SCORED_ONLY);
        SplittableRandom random = new SplittableRandom(3);
        for (int user = 0; user < 200; user++) {
            for (int item = 0; item < 10; item++) {
                if (random.nextInt(10) < 7) {
                    int rating = (user + item) % 2 == 0 ? 9 : 5;
                    builder.add(user, item, random.nextInt(10) == 0 ? 0 : rating + random.nextInt(2));
                }
            }
        }
        return builder.build();
    }

    private static Kernels kernels(int count) {
        Threads threads = new Threads(count);
        return new Kernels(VectorMath.fastest(), DenseMath.java(threads), threads);
    }

    private static RatingRegression trained(int threads) {
        return RatingRegressionTrainer.defaults().train(TASTES, kernels(threads), TrainingListener.SILENT);
    }

    private static float[] predicted(RatingRegression model, Profile profile) {
        float[] ratings = new float[11];
        model.predict(profile, ratings);
        return ratings;
    }

    @Test
    void whoLikedEvenItemsIsExpectedToLikeTheOtherEvenOnes() {
        float[] ratings = predicted(trained(2), Profile.of(new int[] {0, 1, 2}, new float[] {.9f, .5f, .9f}));
        for (int item = 4; item < 10; item += 2) {
            assertTrue(
                    ratings[item] > ratings[item + 1] + .15,
                    "items " + item + " and the next: " + ratings[item] + " and " + ratings[item + 1]);
        }
    }

    @Test
    void aUserOfWhomNothingIsKnownGetsTheMeans() {
        RatingRegression model = trained(2);
        float[] means = new float[11];
        model.means().predict(Profile.ofItems(3), means);
        assertArrayEquals(means, predicted(model, Profile.ofItems(3)), 0f);
        assertEquals(model.means().mean(), predicted(model, Profile.ofItems())[10], 1e-6, "an item nobody scored");
    }

    @Test
    void expectedRatingsStayInTheScale() {
        float[] items = new float[10];
        java.util.Arrays.fill(items, 1);
        int[] all = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        for (float rating : predicted(trained(2), Profile.of(all, items))) {
            assertTrue(rating >= 0 && rating <= 1, "was " + rating);
        }
    }

    @Test
    void theSameBitsComeOutOnAnyNumberOfThreadsAndAfterRestoring() {
        Profile profile = Profile.of(new int[] {1, 4}, new float[] {.2f, .8f});
        RatingRegression model = trained(1);
        assertArrayEquals(predicted(model, profile), predicted(trained(3), profile), 0f);
        RatingRegression restored = RatingRegressionTrainer.defaults().restore(model.state(), TASTES, kernels(1));
        assertArrayEquals(predicted(model, profile), predicted(restored, profile), 0f);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        DampedMeansTrainer means = DampedMeansTrainer.defaults();
        assertEquals(
                "dropout must be in [0, 1), was 1.0",
                assertThrows(IllegalArgumentException.class, () -> new RatingRegressionTrainer(means, 1, 1, 1))
                        .getMessage());
        assertEquals(
                "constant must be more than 0, was 0.0",
                assertThrows(IllegalArgumentException.class, () -> new RatingRegressionTrainer(means, 0, 0, 1))
                        .getMessage());
        assertEquals(
                "strength must be in [0, 10], was -1.0",
                assertThrows(IllegalArgumentException.class, () -> new RatingRegressionTrainer(means, 1, 0, -1))
                        .getMessage());
    }
}
