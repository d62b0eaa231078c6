package io.osusume.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongIndexTest {
    @Test
    void slotsAreGivenInTheOrderOfFirstAppearance() {
        LongIndex index = new LongIndex();
        assertEquals(-1, index.find(48_456));
        assertEquals(0, index.slot(48_456));
        assertEquals(1, index.slot(-3));
        assertEquals(2, index.slot(Long.MAX_VALUE));
        assertEquals(0, index.slot(48_456));
        assertEquals(-1, index.find(5));
        assertEquals(3, index.size());
        assertEquals(-3, index.id(1));
    }

    @Test
    void itAgreesWithAHashMapOverManyIds() {
        Random random = new Random(5);
        LongIndex index = new LongIndex();
        Map<Long, Integer> expected = new HashMap<>();
        List<Long> ids = new ArrayList<>();
        for (int k = 0; k < 50_000; k++) {
            long id = random.nextInt(3) == 0 ? random.nextLong() : random.nextInt(200_000) - 1000;
            ids.add(id);
            expected.putIfAbsent(id, expected.size());
            assertEquals(expected.get(id), index.slot(id));
        }
        for (long id : ids) {
            assertEquals(expected.get(id), index.find(id));
        }
        assertEquals(expected.size(), index.size());
    }
}
