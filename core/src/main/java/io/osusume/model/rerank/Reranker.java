package io.osusume.model.rerank;

import io.osusume.data.Profile;
import io.osusume.model.Ranking;

/// One step between scoring and showing. Immutable and safe for use by many threads.
public interface Reranker {
    /// The ranking rearranged, or a part of it.
    ///
    /// @param ranking of all items a model scored, best first
    /// @param profile the list it was made for
    Ranking rerank(Ranking ranking, Profile profile);
}
