package io.osusume.model.hybrid;

import io.osusume.data.Profile;
import java.util.List;

/// From a list to its candidates and their features: the first stage and all that the ranker sees. Immutable.
final class CandidateRows {
    private final FirstStage base;
    private final List<CandidateGenerator> generators;
    private final FeatureTable features;

    CandidateRows(FirstStage base, List<CandidateGenerator> generators) {
        this.base = base;
        this.generators = List.copyOf(generators);
        this.features = FeatureTable.of(base);
    }

    FirstStage base() {
        return base;
    }

    List<String> featureNames() {
        return features.names();
    }

    /// Which entries of the list a feature follows from.
    FeatureGroup.Origin origin(int feature) {
        return features.origin(feature);
    }

    /// What the first stage says about a list.
    Query query(Profile profile) {
        return base.query(profile);
    }

    /// What all generators propose, ascending.
    int[] candidates(Query query) {
        CandidateSet proposed = new CandidateSet(query);
        for (CandidateGenerator generator : generators) {
            generator.propose(query, proposed);
        }
        return proposed.items();
    }

    /// A row of features a candidate, row-major.
    float[] rows(Links links) {
        return features.rows(links);
    }

    /// [#rows(Links)] where nothing else needs the links.
    float[] rows(Query query, int[] candidates) {
        return rows(Links.of(query, candidates));
    }
}
