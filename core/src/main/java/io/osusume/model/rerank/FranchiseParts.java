package io.osusume.model.rerank;

import io.osusume.data.Franchises;
import io.osusume.data.Profile;
import io.osusume.model.Ranking;
import java.util.BitSet;

/// Shows as many parts of a franchise as a rule says.
///
/// @param franchises of all items
public record FranchiseParts(Franchises franchises, FranchiseRule rule) implements Reranker {
    @Override
    public Ranking rerank(Ranking ranking, Profile profile) {
        BitSet shown = new BitSet(franchises.count());
        if (rule == FranchiseRule.NEW_FRANCHISES) {
            for (int entry = 0; entry < profile.size(); entry++) {
                shown.set(franchises.of(profile.item(entry)));
            }
        }
        return rule == FranchiseRule.EVERY_PART
                ? ranking
                : ranking.where(item -> {
                    boolean first = !shown.get(franchises.of(item));
                    shown.set(franchises.of(item));
                    return first;
                });
    }
}
