package io.osusume.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.RatingScale;
import io.osusume.kernel.Threads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void aRowIsAddedToWhatIsThere() {
        float[] counts = {9, 9, 9, 9, 9};
        new Cooccurrences(TRAINING).addRow(0, counts, 1);
        assertArrayEquals(new float[] {9, 11, 11, 10, 9}, counts); // items 0 and 1 share two users with item 0
    }

    @Test
    void anItemsUsersAreCounted() {
        assertEquals(2, new Cooccurrences(TRAINING).users(2));
        assertEquals(0, new Cooccurrences(TRAINING).users(3));
    }

    /// From lists so short that no pair is worth counting on bit sets to lists so long that all
    /// are, with users around the border of a word and items around that of a tile: whatever is
    /// chosen, the counts are the same.
    @ParameterizedTest
    @CsvSource({"80, 200, 3", "63, 200, 15", "64, 32, 40", "65, 33, 60", "300, 200, 60", "300, 150, 900"})
    void rowsAndMatrixAgreeOnRandomData(int users, int items, int perUser) {
        Interactions data = SampleInteractions.random(users, items, perUser, RatingScale.SCORED_ONLY, 4);
        Cooccurrences cooccurrences = new Cooccurrences(data);
        float[] rows = new float[items * items];
        for (int item = 0; item < items; item++) {
            cooccurrences.addRow(item, rows, item * items);
        }
        for (int threads = 1; threads <= 3; threads++) {
            assertArrayEquals(rows, cooccurrences.matrix(new Threads(threads)));
        }
    }

    /// 40 users with 30 items each fit one word: a row of a common item costs 40 x 30 additions,
    /// its pairs at most 40 words; items nobody has gain nothing.
    @Test
    void bitSetsAreForItemsWithManyUsers() {
        InteractionsBuilder builder = new InteractionsBuilder(40, 40, RatingScale.SCORED_ONLY);
        for (int user = 0; user < 40; user++) {
            for (int item = 0; item < 30; item++) {
                builder.add(user, item, 0);
            }
        }
        Interactions data = builder.build();
        int[] starts = new int[41];
        int[] users = new int[40 * 30];
        for (int item = 0; item < 40; item++) {
            starts[item + 1] = Math.min(item + 1, 30) * 40;
        }
        for (int place = 0; place < users.length; place++) {
            users[place] = place % 40;
        }
        int[] others = CommonItems.choose(data, starts, users).others();
        assertArrayEquals(new int[] {30, 31, 32, 33, 34, 35, 36, 37, 38, 39}, others);
    }

    @Test
    void moreItemsThanOneArrayHoldsAreRefused() {
        Interactions data = new InteractionsBuilder(1, 46_341, RatingScale.SCORED_ONLY).build();
        assertEquals(
                "the matrix of all pairs of items fits one array up to 46340 items, there are 46341; leave out those"
                        + " with the fewest users",
                assertThrows(IllegalArgumentException.class, () -> new Cooccurrences(data).matrix(new Threads(1)))
                        .getMessage());
    }
}
