package io.osusume.model;

import io.osusume.data.Profile;

/// A model that knows which users of the training data are most like a list it never saw.
public interface FoldInSimilarUsers extends SimilarUsers {
    /// The users most like a list, the most similar first.
    Ranking similarUsers(Profile profile, int n);
}
