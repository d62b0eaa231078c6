package io.osusume.registry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MeaningsTest {
    private final Meanings meanings = Meanings.of("letters", new long[] {7, 9}, new float[] {3, 4, 0, 2});

    @Test
    void likenessIsTheCosine() {
        assertArrayEquals(new float[] {0.6f, 0}, meanings.likeness(new float[] {1, 0}), 2e-5f);
        assertArrayEquals(new float[] {0.8f, 1}, meanings.likeness(new float[] {0, 1}), 2e-5f);
    }

    @Test
    void whatIsStoredComesBack() {
        Meanings back = Meanings.of(meanings.state());
        assertEquals("letters", back.encoder());
        assertEquals(2, back.count());
        assertEquals(2, back.size());
        assertEquals(9, back.itemId(1));
        assertArrayEquals(meanings.likeness(new float[] {1, 2}), back.likeness(new float[] {1, 2}));
    }

    @Test
    void everyPassageHasAWholeRowOfFiniteNumbers() {
        assertEquals(
                "meanings need a whole row for each passage: 3 numbers for 2",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Meanings.of("letters", new long[] {7, 9}, new float[3]))
                        .getMessage());
        assertEquals(
                "the meaning of title 7 is not finite",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Meanings.of("letters", new long[] {7}, new float[] {Float.NaN}))
                        .getMessage());
    }
}
