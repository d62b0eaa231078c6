package io.osusume.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MeaningsTest {
    private final Meanings meanings = Meanings.of("letters", new long[] {7, 9}, new float[] {3, 4, 0, 2});

    @Test
    void likenessIsTheCosine() {
        assertEquals(0.6, meanings.likeness(0, new float[] {1, 0}), 2e-5);
        assertEquals(0.8, meanings.likeness(0, new float[] {0, 1}), 2e-5);
        assertEquals(1, meanings.likeness(1, new float[] {0, 1}), 2e-5);
    }

    @Test
    void whatIsStoredComesBack() {
        Meanings back = Meanings.of(meanings.state());
        assertEquals("letters", back.encoder());
        assertEquals(2, back.count());
        assertEquals(2, back.size());
        assertEquals(9, back.itemId(1));
        assertEquals(meanings.likeness(0, new float[] {1, 0}), back.likeness(0, new float[] {1, 0}));
    }

    @Test
    void everyTitleHasAWholeRowOfFiniteNumbers() {
        assertEquals(
                "meanings need a whole row for each title: 3 numbers for 2",
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
