package io.osusume.model.hybrid;

import io.osusume.data.Franchises;
import io.osusume.data.Profile;
import java.util.BitSet;

/// Proposes the other parts of the franchises a list has something of.
///
/// @param count how many of one franchise at most, those shown first, at least 1
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
        BitSet proposed = new BitSet(franchises.count());
        for (int entry = 0; entry < profile.size(); entry++) {
            int franchise = franchises.of(profile.item(entry));
            if (proposed.get(franchise)) {
                continue;
            }
            proposed.set(franchise);
            for (int place = 0; place < Math.min(count, franchises.size(franchise)); place++) {
                into.add(franchises.member(franchise, place));
            }
        }
    }
}
