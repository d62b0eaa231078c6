package io.osusume.model.hybrid;

import io.osusume.data.Profile;

/// What the first stage has learnt: each item's neighbours by a linear model and by users in common, how their weights
/// become scores, and the items themselves. Immutable and safe for use by many threads.
///
/// @param neighbours for the items of `items`
record FirstStage(Neighbours neighbours, LogStrength strength, ItemTable items) {
    /// What is to be known of a list.
    Query query(Profile profile) {
        float[] sums = new float[2 * items.count()];
        float[] scores = new float[items.count()];
        neighbours.sum(profile, sums);
        strength.score(sums, items, scores);
        return new Query(this, profile, sums, scores);
    }
}
