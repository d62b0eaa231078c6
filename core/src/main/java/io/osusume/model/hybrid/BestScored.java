package io.osusume.model.hybrid;

import io.osusume.model.Ranking;

/// Proposes the items the linear model scores best.
///
/// @param count how many, at least 1
record BestScored(int count) implements CandidateGenerator {
    BestScored {
        if (count < 1) {
            throw new IllegalArgumentException("candidates must be at least 1, was " + count);
        }
    }

    @Override
    public String name() {
        return "best scored";
    }

    @Override
    public void propose(Query query, CandidateSet into) {
        Ranking best = Ranking.best(query.scores(), query.profile(), count);
        for (int rank = 0; rank < best.size(); rank++) {
            into.add(best.index(rank));
        }
    }
}
