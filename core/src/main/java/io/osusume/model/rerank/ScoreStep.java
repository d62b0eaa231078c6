package io.osusume.model.rerank;

import io.osusume.data.Profile;

/// One change of the scores before items are ranked by them. Immutable and safe for use by many threads.
public interface ScoreStep {
    /// Changes the scores of all items in place; negative infinity means "not to be shown".
    ///
    /// @param scores one an item, log-odds where the model gives them
    /// @param profile the list they were made for
    void apply(float[] scores, Profile profile);
}
