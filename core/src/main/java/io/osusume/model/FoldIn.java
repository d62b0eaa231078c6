package io.osusume.model;

import io.osusume.data.Profile;

/// A model that can serve a list it never saw in training.
public interface FoldIn extends Recommender {
    /// Scores all items for a profile; higher is better, only the order counts.
    ///
    /// @param scores `itemCount()` long, overwritten
    void score(Profile profile, float[] scores);

    @Override
    default void score(int userIndex, float[] scores) {
        score(training().profile(userIndex), scores);
    }

    /// The best items for a profile, never one it already has.
    default Ranking recommend(Profile profile, int n) {
        float[] scores = new float[itemCount()];
        score(profile, scores);
        return Ranking.best(scores, profile, n);
    }
}
