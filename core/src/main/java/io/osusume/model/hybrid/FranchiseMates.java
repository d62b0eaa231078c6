package io.osusume.model.hybrid;

import io.osusume.data.Franchises;
import io.osusume.data.Profile;
import io.osusume.model.Ranking;
import java.util.Arrays;
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
        int[] mates = new int[profile.size() + count];
        int size = 0;
        for (int entry = 0; entry < profile.size(); entry++) {
            int franchise = franchises.of(profile.item(entry));
            if (!met.get(franchise)) {
                met.set(franchise);
                int parts = franchises.size(franchise);
                if (size + parts > mates.length) {
                    mates = Arrays.copyOf(mates, Math.max(size + parts, 2 * mates.length));
                }
                for (int place = 0; place < parts; place++) {
                    int mate = franchises.member(franchise, place);
                    mates[size] = mate;
                    size += into.accepts(mate) ? 1 : 0;
                }
            }
        }
        int[] all = Arrays.copyOf(mates, size);
        if (size > count) {
            all = best(all, query.scores());
        }
        for (int mate : all) {
            into.add(mate);
        }
    }

    /// Of equals the first of the items given.
    private int[] best(int[] items, float[] ofAll) {
        float[] scores = new float[items.length];
        for (int k = 0; k < items.length; k++) {
            scores[k] = ofAll[items[k]];
        }
        int[] best = Ranking.best(scores, new int[0], count).indices();
        for (int rank = 0; rank < best.length; rank++) {
            best[rank] = items[best[rank]];
        }
        return best;
    }
}
