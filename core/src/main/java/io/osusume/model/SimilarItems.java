package io.osusume.model;

/// A model that knows which items are alike.
public interface SimilarItems {
    /// The items most like the given one, itself left out.
    Ranking similarItems(int item, int n);
}
