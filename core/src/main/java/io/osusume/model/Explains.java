package io.osusume.model;

import io.osusume.data.Profile;

/// A model whose scores, or the linear part of them, are sums of what each item of a list says.
public interface Explains extends FoldIn {
    /// How much each entry of a profile adds to the linear score of an item, against it when negative.
    ///
    /// @return one number an entry, in the order of the profile; their sum is the linear score. Owned by
    ///     the caller
    float[] contributions(Profile profile, int item);

    /// Scores a list and keeps what explanations need. Unless a model says otherwise they are of the linear score.
    default ScoredList scored(Profile profile) {
        float[] scores = new float[itemCount()];
        score(profile, scores);
        return new LinearScores(this, profile, scores);
    }
}
