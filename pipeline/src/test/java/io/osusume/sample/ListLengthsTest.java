package io.osusume.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ListLengthsTest {
    @Test
    void lengthsAddUpExactlyAndStayInRange() {
        for (long rows : new long[] {1_000, 1_001, 50_000, 359_999, 360_000}) {
            int[] lengths = ListLengths.draw(1_000, rows, 360, 7);
            assertEquals(rows, Arrays.stream(lengths).asLongStream().sum());
            assertTrue(Arrays.stream(lengths).allMatch(length -> length >= 1 && length <= 360));
        }
    }

    @Test
    void theMeanIsFarAboveTheMedianAsInRealLists() {
        int[] lengths = ListLengths.draw(20_000, 2_000_000, 14_000, 7);
        Arrays.sort(lengths);
        // the mean of a log-normal is its median times e^(1.2^2 / 2) = 2.05: median 100 / 2.05 = 48.7
        assertEquals(48.7, lengths[10_000], 3);
    }

    @Test
    void moreRowsThanFitAreRefused() {
        assertEquals(
                "rows must be in [10, 50] for 10 users with 1 to 5 entries each, was 51",
                assertThrows(IllegalArgumentException.class, () -> ListLengths.draw(10, 51, 5, 1))
                        .getMessage());
    }
}
