package io.osusume.model.hybrid;

import io.osusume.data.Franchises;
import io.osusume.data.Profile;
import io.osusume.model.Ranking;
import java.util.BitSet;

/// Proposes the other parts of the franchises a list has something of, those the linear model scores best.
///
/// @param count how many at most, at least 1
record FranchiseMates(int count) implements CandidateGenerator {
    FranchiseMates {
        if (count < 1) {
            throw new IllegalArgumentException("franchise-mates must be at least 1, was " + count);
        }
    }

    @Override
    public String name() {
        return "franchise mates";
    }

    @Override
    public void propose(Query query, CandidateSet into) {
        Franchises franchises = query.base().items().franchises();
        Profile profile = query.profile();
        BitSet met = new BitSet(franchises.count());
        CandidateSet mates = new CandidateSet(query);
        for (int entry = 0; entry < profile.size(); entry++) {
            int franchise = franchises.of(profile.item(entry));
            if (!met.get(franchise)) {
                met.set(franchise);
                for (int place = 0; place < franchises.size(franchise); place++) {
                    mates.add(franchises.member(franchise, place));
                }
            }
        }
        int[] all = mates.items();
        float[] scores = new float[all.length];
        for (int k = 0; k < all.length; k++) {
            scores[k] = query.scores()[all[k]];
        }
        Ranking best = Ranking.best(scores, new int[0], count);
        for (int rank = 0; rank < best.size(); rank++) {
            into.add(all[best.index(rank)]);
        }
    }
}
