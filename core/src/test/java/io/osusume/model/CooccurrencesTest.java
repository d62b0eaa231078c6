package io.osusume.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.RatingScale;
import io.osusume.kernel.Threads;
import org.junit.jupiter.api.Test;

class CooccurrencesTest {
    /// User 0 has items 0 and 1, user 1 has items 0, 1 and 2, user 2 has item 2.
    private static final Interactions TRAINING = new InteractionsBuilder(3, 4, RatingScale.SCORED_ONLY)
            .add(0, 0, 8)
            .add(0, 1, 0)
            .add(1, 0, 3)
            .add(1, 1, 10)
            .add(1, 2, 5)
            .add(2, 2, 7)
            .build();

    @Test
    void theMatrixCountsTheUsersTwoItemsShareAndItsDiagonalTheUsersOfEach() {
        float[] expected = {
            2, 2, 1, 0, //
            2, 2, 1, 0, //
            1, 1, 2, 0, //
            0, 0, 0, 0
        };
        assertArrayEquals(expected, new Cooccurrences(TRAINING).matrix(new Threads(2)));
    }

    @Test
    void aRowIsAddedUpToItsLimit() {
        float[] counts = {9, 9, 9, 9};
        new Cooccurrences(TRAINING).addRow(0, counts, 1, 2);
        assertArrayEquals(new float[] {9, 11, 11, 9}, counts); // items 0 and 1 each share two users with item 0
    }

    @Test
    void anItemsUsersAreCounted() {
        assertEquals(2, new Cooccurrences(TRAINING).users(2));
        assertEquals(0, new Cooccurrences(TRAINING).users(3));
    }

    @Test
    void rowsAndMatrixAgreeOnRandomData() {
        Interactions data = SampleInteractions.random(80, 200, 15, RatingScale.SCORED_ONLY, 4);
        Cooccurrences cooccurrences = new Cooccurrences(data);
        float[] rows = new float[200 * 200];
        for (int item = 0; item < 200; item++) {
            cooccurrences.addRow(item, rows, item * 200, 200);
        }
        assertArrayEquals(rows, cooccurrences.matrix(new Threads(3)));
    }
}
