package io.osusume.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/// What a model promises that knows which items are alike.
public interface SimilarItemsContract extends TrainsAModel {
    @Test
    default void similarItemsComeFromTheRightHalf() {
        SimilarItems model = (SimilarItems) checkerboardModel();
        for (int item = 0; item < 40; item++) {
            Ranking similar = model.similarItems(item, 5);
            assertEquals(5, similar.size(), "item " + item);
            for (int other : similar.indices()) {
                assertEquals(item % 2, other % 2, "items " + item + " and " + other);
            }
        }
    }

    @Test
    default void anItemIsNeverSimilarToItself() {
        SimilarItems model = (SimilarItems) checkerboardModel();
        for (int item = 0; item < 40; item++) {
            for (int other : model.similarItems(item, 1000).indices()) {
                assertFalse(other == item, "item " + item);
            }
        }
    }
}
