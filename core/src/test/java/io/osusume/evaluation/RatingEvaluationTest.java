package io.osusume.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.IdIndex;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.evaluation.RatingEvaluation.Metric;
import io.osusume.kernel.Threads;
import io.osusume.model.RatingPredictor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatingEvaluationTest {
    /// Expects the same of every item.
    private record Always(float rating, int itemCount) implements RatingPredictor {
        @Override
        public String name() {
            return "always-" + rating;
        }

        @Override
        public void predict(Profile profile, float[] ratings) {
            Arrays.fill(ratings, rating);
        }
    }

    private static HeldOutUser user(long id, float... ratings) {
        int[] items = new int[ratings.length];
        Arrays.setAll(items, k -> k + 1);
        return new HeldOutUser(id, Profile.ofItems(0), Profile.of(items, ratings));
    }

    private static Split split(HeldOutUser... users) {
        return new Split(
                IdIndex.of(new long[] {10, 11, 12, 13}),
                IdIndex.of(new long[] {1}),
                new InteractionsBuilder(1, 4, RatingScale.SCORED_ONLY).build(),
                List.of(),
                List.of(users));
    }

    private static RatingEvaluation evaluate(float rating, Split split) {
        return RatingEvaluation.of(new Always(rating, 4), split, Part.TEST, new Threads(2));
    }

    /// Errors of a constant .5: .5 and .5 of the first user, .1 of the second; the third scored nothing. RMSE =
    /// root((.25 + .25 + .01) / 3), MAE = 1.1 / 3.
    @Test
    void errorsAreOverEntriesThatHaveARating() {
        Split split = split(user(7, 1, 0, Float.NaN), user(8, .6f), user(9, Float.NaN));
        RatingEvaluation evaluation = evaluate(.5f, split);
        Estimate rmse = evaluation.estimate(Metric.RMSE, Bootstrap.DEFAULT);
        Estimate mae = evaluation.estimate(Metric.MAE, Bootstrap.DEFAULT);
        assertEquals(3, evaluation.entryCount());
        assertEquals(Math.sqrt(.51 / 3), rmse.mean(), 1e-7);
        assertEquals(1.1 / 3, mae.mean(), 1e-7);
        assertEquals(2, rmse.users());
        assertEquals(1, rmse.undefined());
        assertTrue(rmse.low() <= rmse.mean() && rmse.mean() <= rmse.high());
    }

    /// One user's errors are .1 and .3, the other's .2 and .4: whoever is drawn, the difference is -.2 or so.
    @Test
    void aModelThatIsNearerForEveryUserIsBetterInEveryResample() {
        Split split = split(user(7, .5f, .5f), user(8, .6f));
        PairedBootstrap.Comparison pair =
                evaluate(.55f, split).compare(evaluate(.1f, split), Metric.MAE, Bootstrap.DEFAULT);
        assertEquals("mae", pair.metric());
        assertEquals(.05 - (.4 + .4 + .5) / 3, pair.difference(), 1e-6);
        assertTrue(pair.high() < 0, pair.toString());
        assertEquals(0, pair.shareAbove());
    }

    @Test
    void otherUsersCannotBePaired() {
        RatingEvaluation one = evaluate(.5f, split(user(7, 1)));
        RatingEvaluation other = evaluate(.4f, split(user(8, 1)));
        assertEquals(
                "'always-0.5' and 'always-0.4' were evaluated on other users or entries: a paired comparison needs"
                        + " the same",
                assertThrows(IllegalArgumentException.class, () -> one.compare(other, Metric.RMSE, Bootstrap.DEFAULT))
                        .getMessage());
    }

    @Test
    void withoutAHeldOutRatingThereIsNothingToMeasure() {
        Split split = split(user(7, Float.NaN));
        assertEquals(
                "none of the held-out entries of the 1 test users has a rating to compare with",
                assertThrows(IllegalArgumentException.class, () -> evaluate(.5f, split))
                        .getMessage());
    }

    @Test
    void aModelOfOtherItemsIsRefused() {
        Split split = split(user(7, 1));
        assertEquals(
                "model 'always-0.5' rates 3 items but the split has 4; train it on the split's training part",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> RatingEvaluation.of(new Always(.5f, 3), split, Part.TEST, new Threads(1)))
                        .getMessage());
    }
}
