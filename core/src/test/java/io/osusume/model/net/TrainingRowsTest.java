package io.osusume.model.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.RatingScale;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrainingRowsTest {
    @Test
    void aRowKeepsItsThreeParts() {
        long row = TrainingRows.row(Integer.MAX_VALUE, (1 << 28) - 1, 10);

        assertEquals(Integer.MAX_VALUE, TrainingRows.user(row));
        assertEquals((1 << 28) - 1, TrainingRows.item(row));
        assertEquals(10, TrainingRows.rating(row));
    }

    @Test
    void unscoredRowsAreLeftOutOrTheWorstRating() {
        Interactions interactions = new InteractionsBuilder(1, 3, RatingScale.SCORED_ONLY)
                .add(0, 0, 10)
                .add(0, 1, 0)
                .add(0, 2, 1)
                .build();

        assertArrayEquals(
                new long[] {TrainingRows.row(0, 0, 10), TrainingRows.row(0, 2, 1)},
                TrainingRows.of(interactions, UnscoredRows.LEFT_OUT));
        assertEquals(3, TrainingRows.of(interactions, UnscoredRows.AS_ZERO).length);
        assertEquals(0, UnscoredRows.AS_ZERO.target(0));
        assertEquals(.1f, UnscoredRows.AS_ZERO.target(1));
        assertEquals(0, UnscoredRows.LEFT_OUT.target(1));
        assertEquals(1, UnscoredRows.LEFT_OUT.target(10));
    }

    @Test
    void aShuffleStretchByStretchIsTheWholeShuffle() {
        long[] whole = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 99};
        long[] stretches = whole.clone();
        SplittableRandom random = new SplittableRandom(2);
        TrainingRows.shuffle(whole, 10, new SplittableRandom(2));
        TrainingRows.draw(stretches, 0, 4, 10, random);
        TrainingRows.draw(stretches, 4, 10, 10, random);

        assertArrayEquals(whole, stretches);
        assertEquals(99, whole[10]); // rows from `count` on stay
        Arrays.sort(whole);
        assertArrayEquals(new long[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 99}, whole);
    }

    @Test
    void everyOrderIsAsLikelyAsAnyOther() {
        int[] counts = new int[27];
        SplittableRandom random = new SplittableRandom(4);
        for (int k = 0; k < 60_000; k++) {
            long[] rows = {0, 1, 2};
            TrainingRows.shuffle(rows, 3, random);
            counts[(int) (9 * rows[0] + 3 * rows[1] + rows[2])]++;
        }
        // 6 orders, 10,000 each expected, deviation sqrt(60,000 x 1/6 x 5/6) = 91
        int[] found = Arrays.stream(counts).filter(count -> count > 0).toArray();
        assertEquals(6, found.length);
        for (int count : found) {
            assertEquals(10_000, count, 400);
        }
    }
}
