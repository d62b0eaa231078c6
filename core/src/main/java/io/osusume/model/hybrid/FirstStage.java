package io.osusume.model.hybrid;

import io.osusume.data.Profile;
import io.osusume.kernel.VectorMath;

/// What the first stage has learnt: each item's neighbours by a linear model and by users in common, how their weights
/// become scores, and the items themselves. Immutable and safe for use by many threads.
///
/// @param neighbours for the items of `items`
/// @param vectors which arithmetic to use; all give the same scores
record FirstStage(Neighbours neighbours, LogStrength strength, ItemTable items, VectorMath vectors) {
    /// What is to be known of a list.
    Query query(Profile profile) {
        float[] sums = new float[2 * items.count()];
        float[] scores = new float[items.count()];
        neighbours.sum(profile, sums);
        strength.score(sums, items, scores, vectors);
        return new Query(this, profile, sums, scores);
    }
}
