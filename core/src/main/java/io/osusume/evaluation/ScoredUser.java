package io.osusume.evaluation;

import io.osusume.model.Ranking;

/// One user whose items a model has scored: what all judges of an evaluation look at, so that nobody
/// scores again.
final class ScoredUser {
    private final int place;
    private final HeldOutUser user;
    private final float[] scores;
    private final Ranking ranking;
    private final int[] ranked;
    private final Hits hits;

    /// @param place of the user in the evaluated part
    /// @param scores of all items, valid during the call that hands the user over
    /// @param ranking the best 100 items that are not folded in
    ScoredUser(int place, HeldOutUser user, float[] scores, Ranking ranking) {
        this.place = place;
        this.user = user;
        this.scores = scores;
        this.ranking = ranking;
        this.ranked = ranking.indices();
        this.hits = Hits.of(ranked, user.heldOut());
    }

    int place() {
        return place;
    }

    HeldOutUser user() {
        return user;
    }

    /// Not to be changed or kept.
    float[] scores() {
        return scores;
    }

    Ranking ranking() {
        return ranking;
    }

    /// The ranked items, best first; not to be changed.
    int[] ranked() {
        return ranked;
    }

    Hits hits() {
        return hits;
    }
}
