package io.osusume.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Profile;
import org.junit.jupiter.api.Test;

/// What a model promises that can say how much each item of a list counts.
public interface ExplainsContract extends TrainsAModel {
    private Explains model() {
        return (Explains) checkerboardModel();
    }

    @Test
    default void whatAnItemAddsDoesNotDependOnTheOthersOfTheList() {
        Explains model = model();
        int[] items = {3, 8, 10, 21};
        float[] alone = new float[items.length];
        for (int entry = 0; entry < items.length; entry++) {
            alone[entry] = model.contributions(Profile.ofItems(items[entry]), 12)[0];
        }
        assertArrayEquals(alone, model.contributions(Profile.ofItems(items), 12), 0f);
    }

    @Test
    default void itemsOfTheRightHalfAddMoreThanThoseOfTheOther() {
        float[] contributions = model().contributions(Profile.ofItems(3, 8, 10, 21), 12);
        assertTrue(Math.min(contributions[1], contributions[2]) > Math.max(contributions[0], contributions[3]));
    }

    @Test
    default void anItemAddsNothingToItself() {
        assertEquals(0f, model().contributions(Profile.ofItems(8, 12), 12)[1]);
    }

    @Test
    default void anEmptyListExplainsNothing() {
        assertEquals(0, model().contributions(Profile.ofItems(), 12).length);
    }

    /// That the contributions of a list sum to each item's linear score, bit by bit.
    ///
    /// @param linear the linear score of each item
    static void assertContributionsSumTo(float[] linear, Explains model, Profile profile) {
        for (int item = 0; item < linear.length; item++) {
            float sum = 0;
            for (float contribution : model.contributions(profile, item)) {
                sum += contribution;
            }
            assertEquals(linear[item], sum, "item " + item);
        }
    }
}
