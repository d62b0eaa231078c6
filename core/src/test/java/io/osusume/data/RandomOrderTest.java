package io.osusume.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomOrderTest {
    private static final int[] FOUR = {0, 1, 2, 3};

    @Test
    void anOrderHoldsEveryNumberOnce() {
        int[] order = RandomOrder.of(1000, new SplittableRandom(3));
        Arrays.sort(order);
        for (int number = 0; number < order.length; number++) {
            assertEquals(number, order[number]);
        }
    }

    @Test
    void everyOrderOfFourComesUpByBothWays() {
        Set<String> made = new HashSet<>();
        Set<String> shuffled = new HashSet<>();
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 1000; round++) {
            made.add(Arrays.toString(RandomOrder.of(4, random)));
            int[] values = FOUR.clone();
            RandomOrder.shuffle(values, random);
            shuffled.add(Arrays.toString(values));
        }
        assertEquals(24, made.size());
        assertEquals(24, shuffled.size());
    }

    @Test
    void aShuffledStartIsAChoiceOfTheFirstPlacesAlone() {
        int[] values = {7, 8, 9, 1, 2};
        RandomOrder.shuffleStart(values, 3, 2, new SplittableRandom(1));
        assertArrayEquals(new int[] {1, 2}, Arrays.copyOfRange(values, 3, 5));
        int[] first = Arrays.copyOf(values, 3);
        Arrays.sort(first);
        assertArrayEquals(new int[] {7, 8, 9}, first);
    }

    @Test
    void theSameSeedGivesTheSameOrder() {
        assertArrayEquals(RandomOrder.of(50, new SplittableRandom(9)), RandomOrder.of(50, new SplittableRandom(9)));
    }
}
