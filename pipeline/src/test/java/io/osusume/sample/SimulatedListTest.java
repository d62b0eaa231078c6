package io.osusume.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SimulatedListTest {
    @Test
    void thePartitionHasTheSmallestValuesInFront() {
        SplittableRandom random = new SplittableRandom(11);
        for (int size : new int[] {1, 2, 3, 10, 100, 1_000}) {
            for (int first : new int[] {1, size / 2, size - 1, size}) {
                long[] values = random.longs(size, 0, size).toArray();
                long[] expected = Arrays.stream(values).sorted().limit(first).toArray();
                SimulatedList.partition(values, first);
                long[] front = Arrays.copyOf(values, first);
                Arrays.sort(front);
                assertArrayEquals(expected, front, "size " + size + ", first " + first);
            }
        }
    }
}
