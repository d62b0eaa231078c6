package io.osusume.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Profile;
import org.junit.jupiter.api.Test;

/// What a model promises that can serve lists it never saw.
public interface FoldInContract extends TrainsAModel {
    private FoldIn model() {
        return (FoldIn) checkerboardModel();
    }

    @Test
    default void aProfileNeverSeenGetsOnlyUnseenItems() {
        FoldIn model = model();
        Profile profile = Profile.of(new int[] {2, 4, 6}, new float[] {1, Float.NaN, 0.5f});
        Ranking ranking = model.recommend(profile, 1000);
        assertEquals(model.training().itemCount() - 3, ranking.size());
        for (int item : ranking.indices()) {
            assertFalse(profile.contains(item), "item " + item);
        }
    }

    @Test
    default void anEmptyProfileGetsAList() {
        assertEquals(10, model().recommend(Profile.ofItems(), 10).size());
    }

    @Test
    default void allScoresOfAProfileAreNumbers() {
        FoldIn model = model();
        float[] scores = new float[model.training().itemCount()];
        model.score(Profile.ofItems(1, 5), scores);
        for (float score : scores) {
            assertTrue(Float.isFinite(score));
        }
    }
}
