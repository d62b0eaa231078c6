package io.osusume.model.rerank;

import io.osusume.data.Profile;
import io.osusume.model.Ranking;

/// One step between ranking and showing. Immutable and safe for use by many threads.
public interface Reranker {
    /// The ranking rearranged, or a part of it. What it says of an item must follow from the items before it, so that
    /// a longer ranking shows the same and more.
    ///
    /// @param ranking of the best items, best first
    /// @param profile the list it was made for
    Ranking rerank(Ranking ranking, Profile profile);
}
