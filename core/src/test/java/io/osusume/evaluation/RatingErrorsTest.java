package io.osusume.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.IdIndex;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.kernel.Threads;
import io.osusume.model.RatingPredictor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatingErrorsTest {
    private static final int ITEMS = 60;

    /// Expects .5 less a tenth of the number of ratings it knows.
    private static final RatingPredictor GUESSES = new RatingPredictor() {
        @Override
        public String name() {
            return "guesses";
        }

        @Override
        public int itemCount() {
            return ITEMS;
        }

        @Override
        public void predict(Profile profile, float[] ratings) {
            Arrays.fill(ratings, .5f - .01f * profile.size());
        }
    };

    /// Each of 40 users has ten rated items and six held out, rated .5, .6, ... 1.
    private static Split split() {
        List<HeldOutUser> users = new ArrayList<>();
        for (int user = 0; user < 40; user++) {
            int[] known = new int[10];
            Arrays.setAll(known, k -> k);
            float[] ratings = new float[10];
            Arrays.fill(ratings, .7f);
            users.add(new HeldOutUser(
                    user,
                    Profile.of(known, ratings),
                    Profile.of(new int[] {50, 51, 52, 53, 54, 55}, new float[] {.5f, .6f, .7f, .8f, .9f, 1})));
        }
        long[] items = new long[ITEMS];
        Arrays.setAll(items, k -> k + 1);
        return new Split(
                IdIndex.of(items),
                IdIndex.of(new long[] {1}),
                new InteractionsBuilder(1, ITEMS, RatingScale.SCORED_ONLY).build(),
                users,
                List.of());
    }

    /// With one rating known .49 is expected; four of six held-out ratings are .31 or less away. With ten, .4 is: .4.
    @Test
    void twoOfThreeExpectationsStayWithinTheDistance() {
        RatingErrors errors = RatingErrors.of(GUESSES, split(), Part.VALIDATION, 40, new Threads(2));
        assertEquals(
                List.of(1, 3, 10),
                errors.steps().stream().map(RatingErrors.Step::ratings).toList());
        assertEquals(.31, errors.within(1), 1e-6);
        assertEquals(.31, errors.within(2), 1e-6);
        assertEquals(.33, errors.within(3), 1e-6);
        assertEquals(.40, errors.within(500), 1e-6);
        assertEquals(.31, errors.within(0), 1e-6);
    }

    @Test
    void whatTooFewRatingsCouldTellIsAbsent() {
        RatingErrors errors = RatingErrors.of(GUESSES, split(), Part.VALIDATION, 16, new Threads(1));
        assertEquals(List.of(), errors.steps());
        assertTrue(Double.isNaN(errors.within(10)));
    }

    @Test
    void restoredErrorsAreTheSame() {
        RatingErrors errors = RatingErrors.of(GUESSES, split(), Part.VALIDATION, 40, new Threads(2));
        assertEquals(errors, RatingErrors.of(errors.state()));
    }
}
