package io.osusume.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.RatingScale;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ItemGroupsTest {
    /// Items 0 and 1 have a user, item 2 has none.
    private static final Interactions TRAINING = new InteractionsBuilder(1, 3, RatingScale.SCORED_ONLY)
            .add(0, 0, 8)
            .add(0, 1, 8)
            .build();

    @Test
    void madeUpUsersCountForEachGroupAnItemIsIn() {
        ItemGroups groups = ItemGroups.of(List.of(new int[] {1, 2}, new int[] {0, 1}), 2.5);
        assertArrayEquals(new double[] {3.5, 6, 2.5}, groups.users(TRAINING)); // 1 + 2.5, 1 + 2 * 2.5, 2.5
        float[] matrix = new float[9];
        groups.addTo(matrix, 3);
        assertArrayEquals(new float[] {2.5f, 2.5f, 0, 2.5f, 5, 2.5f, 0, 2.5f, 2.5f}, matrix);
    }

    @Test
    void aGroupOfOneIsLeftOut() {
        assertEquals(0, ItemGroups.of(List.of(new int[] {1}), 5).size());
    }

    @Test
    void whatIsWrongWithAGroupIsNamed() {
        assertRefused("the weight of a group must be more than 0, was 0.0", () -> ItemGroups.of(List.of(), 0));
        assertRefused(
                "the items of a group must be at least 0 and stand there once, were [4, 1, 4]",
                () -> ItemGroups.of(List.of(new int[] {4, 1, 4}), 5));
        assertRefused(
                "a group has item 3, but there are only 3 items",
                () -> ItemGroups.of(List.of(new int[] {0, 3}), 5).users(TRAINING));
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
