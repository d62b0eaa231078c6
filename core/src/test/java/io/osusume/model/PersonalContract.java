package io.osusume.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// What a model promises whose lists depend on what the user has.
public interface PersonalContract extends TrainsAModel {
    /// User `u` lacks one item of the own half, item `u`; the other half is wrong.
    @Test
    default void everyUserIsRecommendedTheMissingItemOfTheRightHalfFirst() {
        Recommender model = checkerboardModel();
        for (int user = 0; user < model.training().userCount(); user++) {
            assertEquals(user, model.recommend(user, 5).index(0), "user " + user);
        }
    }

    @Test
    default void aTrainingUserFoldedInGetsTheSameFirstItem() {
        FoldIn model = (FoldIn) checkerboardModel();
        for (int user = 0; user < model.training().userCount(); user++) {
            Ranking known = model.recommend(user, 1);
            Ranking folded = model.recommend(model.training().profile(user), 1);
            assertArrayEquals(known.indices(), folded.indices(), "user " + user);
        }
    }
}
