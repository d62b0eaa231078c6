package io.osusume.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TrainingDataTest {
    private static final Interactions THREE_ITEMS = new InteractionsBuilder(1, 3, RatingScale.SCORED_ONLY).build();

    @Test
    void interactionsAloneKnowNothingOfTheItems() {
        TrainingData data = TrainingData.of(THREE_ITEMS);

        assertEquals(3, data.facts().franchises().count());
        assertTrue(data.facts().title(2).isEmpty());
    }

    @Test
    void factsAboutOtherItemsAreRefused() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new TrainingData(THREE_ITEMS, ItemFacts.unknown(2)));

        assertEquals("the facts are about 2 items, the interactions about 3", refused.getMessage());
    }
}
