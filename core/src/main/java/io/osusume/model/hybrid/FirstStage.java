package io.osusume.model.hybrid;

import io.osusume.data.Profile;
import io.osusume.model.ItemWeights;
import io.osusume.model.edlae.Edlae;

/// What the first stage has learnt: the linear model, how often two items stand in one list, and the items
/// themselves. Immutable and safe for use by many threads.
final class FirstStage {
    private final Edlae edlae;
    private final Overlaps overlaps;
    private final ItemTable items;

    FirstStage(Edlae edlae, Overlaps overlaps, ItemTable items) {
        this.edlae = edlae;
        this.overlaps = overlaps;
        this.items = items;
    }

    /// What is to be known of a list.
    Query query(Profile profile) {
        float[] sums = new float[items.count()];
        float[] scores = new float[items.count()];
        edlae.score(profile, sums, scores);
        return new Query(this, profile, sums, scores);
    }

    Edlae edlae() {
        return edlae;
    }

    ItemWeights weights() {
        return edlae.weights();
    }

    Overlaps overlaps() {
        return overlaps;
    }

    ItemTable items() {
        return items;
    }
}
