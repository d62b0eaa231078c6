package io.osusume.model.rerank;

import io.osusume.data.Profile;
import io.osusume.model.Ranking;
import java.util.function.IntPredicate;

/// Keeps what may be shown, so that a filter never leaves fewer items than there are.
///
/// @param items passes for an item that may be shown
public record Allowed(IntPredicate items) implements Reranker {
    @Override
    public Ranking rerank(Ranking ranking, Profile profile) {
        return ranking.where(items);
    }
}
