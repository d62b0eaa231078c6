package io.osusume.model;

/// A model that knows which users of the training data are alike.
public interface SimilarUsers {
    /// The users most like the given one, itself left out.
    Ranking similarUsers(int userIndex, int n);
}
