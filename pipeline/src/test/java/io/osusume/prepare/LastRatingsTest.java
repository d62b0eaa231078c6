package io.osusume.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastRatingsTest {
    /// Around the borders of words of 64 bits and blocks of 64 words; three users one after the other.
    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 4095, 4096, 4097, 20_000})
    void itemsComeOutAscendingWithTheirLastRatingAndNothingIsLeft(int ranks) {
        Random random = new Random(ranks);
        LastRatings last = new LastRatings(ranks);
        for (int user = 0; user < 3; user++) {
            TreeMap<Integer, Integer> expected = new TreeMap<>();
            for (int k = 0; k < 500; k++) {
                int rank = k == 0 ? ranks - 1 : random.nextInt(ranks);
                int rating = random.nextInt(11);
                last.put(rank, rating);
                expected.put(rank, rating);
            }
            int[] rows = new int[500];
            int count = last.drain(rows);
            int[] packed = expected.entrySet().stream()
                    .mapToInt(entry -> entry.getKey() * 16 + entry.getValue()) // 4 bits for the rating
                    .toArray();
            assertArrayEquals(packed, Arrays.copyOf(rows, count));
            assertEquals(0, last.drain(rows));
        }
    }
}
