package io.osusume.model;

import io.osusume.data.Profile;

/// One list, the scores a model gives all items for it, and why an item has its score. Belongs to one thread.
public interface ScoredList {
    Profile profile();

    /// One score an item, as [FoldIn#score] gives them; the caller owns the array and may change it.
    float[] scores();

    /// Why an item has its score.
    ///
    /// @throws IllegalArgumentException if the list is empty or has the item
    Explanation explain(int item);
}
