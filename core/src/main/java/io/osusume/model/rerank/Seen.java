package io.osusume.model.rerank;

import io.osusume.data.Profile;
import io.osusume.model.Ranking;

/// Takes out what is on the list already.
public record Seen() implements Reranker {
    @Override
    public Ranking rerank(Ranking ranking, Profile profile) {
        return ranking.where(item -> !profile.contains(item));
    }
}
