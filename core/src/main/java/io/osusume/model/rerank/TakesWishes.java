package io.osusume.model.rerank;

import io.osusume.model.FoldIn;

/// A model that knows of its items what a fan's wishes need.
public interface TakesWishes extends FoldIn {
    /// The traits of its items; the same object at every call.
    ItemTraits traits();

    /// The model with a fan's wishes.
    default Reranked with(Wishes wishes) {
        return new Reranked(this, wishes, traits());
    }
}
