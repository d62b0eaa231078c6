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

class TrimmedRegressionTest {
    private static final RatingRegressionTrainer REGRESSION = RatingRegressionTrainer.defaults();

    /// Of the items 0 to 9 each user likes the even ones or the odd ones; items 10 to 19 few have, and score 7.
    private static final Interactions TASTES = tastes();

    private static Interactions tastes() {
        InteractionsBuilder builder = new InteractionsBuilder(200, 20, RatingScale.SCORED_ONLY);
        SplittableRandom random = new SplittableRandom(3);
        for (int user = 0; user < 200; user++) {
            for (int item = 0; item < 20; item++) {
                if (random.nextInt(10) < (item < 10 ? 7 : 1)) {
                    int rating = item >= 10 ? 7 : (user + item) % 2 == 0 ? 9 : 5;
                    builder.add(user, item, rating + random.nextInt(2));
                }
            }
        }
        return builder.build();
    }

    private static TrimmedRegression trained(int anchors, int kept, int users) {
        Threads threads = new Threads(2);
        return new TrimmedRegressionTrainer(REGRESSION, anchors, kept, users)
                .train(
                        TASTES,
                        new Kernels(VectorMath.fastest(), DenseMath.java(threads), threads),
                        TrainingListener.SILENT);
    }

    private static final Profile LIKES_EVEN = Profile.of(new int[] {0, 1, 2}, new float[] {.9f, .5f, .9f});

    @Test
    void whoLikedEvenItemsIsExpectedToLikeTheOtherEvenOnes() {
        float[] expected = trained(10, 4, 1000).predict(LIKES_EVEN, new int[] {4, 5, 8, 9});
        assertTrue(
                expected[0] > expected[1] + .1 && expected[2] > expected[3] + .1, java.util.Arrays.toString(expected));
    }

    @Test
    void withAllAnchorsAndWeightsItIsTheRegression() {
        Threads threads = new Threads(2);
        RatingRegression all = REGRESSION.train(
                TASTES, new Kernels(VectorMath.fastest(), DenseMath.java(threads), threads), TrainingListener.SILENT);
        float[] expected = new float[20];
        all.predict(LIKES_EVEN, expected);
        float[] found = new float[20];
        trained(20, 20, 1000).predict(LIKES_EVEN, found);
        assertArrayEquals(expected, found, 1e-3f);
    }

    @Test
    void outsideTheAnchorsItExpectsWhatTheMeansExpect() {
        TrimmedRegression model = trained(10, 4, 1000);
        assertEquals(10, model.anchorCount());
        DampedMeans means = REGRESSION.means().train(TASTES);
        float[] expected = new float[20];
        means.predict(LIKES_EVEN, expected);
        assertEquals(expected[15], model.predict(LIKES_EVEN, new int[] {15})[0], 1e-6);
    }

    @Test
    void someUsersAreEnough() {
        float[] expected = trained(10, 4, 100).predict(LIKES_EVEN, new int[] {4, 5});
        assertTrue(expected[0] > expected[1] + .1, java.util.Arrays.toString(expected));
    }

    @Test
    void restoredItExpectsTheSame() {
        TrimmedRegression model = trained(10, 4, 1000);
        TrimmedRegression restored = TrimmedRegression.of(model.state());
        int[] items = {3, 4, 5, 15};
        assertArrayEquals(model.predict(LIKES_EVEN, items), restored.predict(LIKES_EVEN, items));
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertEquals(
                "anchors must be in [1, 32767], was 40000",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new TrimmedRegressionTrainer(REGRESSION, 40_000, 1, 1))
                        .getMessage());
        assertEquals(
                "kept must be at least 1, was 0",
                assertThrows(IllegalArgumentException.class, () -> new TrimmedRegressionTrainer(REGRESSION, 1, 0, 1))
                        .getMessage());
    }
}
