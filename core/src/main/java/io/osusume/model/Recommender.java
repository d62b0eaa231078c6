package io.osusume.model;

import io.osusume.data.Interactions;
import io.osusume.data.Tensors;

/// A trained model that scores every item for a user. Immutable and safe for use by many threads.
public interface Recommender {
    /// The family's word on the command line and in reports: `ease`, `als`, ...
    String name();

    /// What it was trained on: the users and items it knows.
    Interactions training();

    /// How many items it knows and scores.
    default int itemCount() {
        return training().itemCount();
    }

    /// Scores all items for a user of the training data; higher is better, only the order counts.
    ///
    /// @param userIndex in [0, `training().userCount()`)
    /// @param scores `itemCount()` long, overwritten; the items the user has already are scored too
    void score(int userIndex, float[] scores);

    /// The best items for a user of the training data, never one the user already has.
    ///
    /// @param n at least 0; fewer come only when fewer items are left
    default Ranking recommend(int userIndex, int n) {
        float[] scores = new float[itemCount()];
        score(userIndex, scores);
        return Ranking.best(scores, training().profile(userIndex), n);
    }

    /// Everything needed to restore the model beside its training interactions: settings as attributes, weights as
    /// tensors. It shares the model's arrays.
    Tensors state();
}
