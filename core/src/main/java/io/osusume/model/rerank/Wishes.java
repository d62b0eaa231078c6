package io.osusume.model.rerank;

import io.osusume.data.Franchises;
import io.osusume.data.ItemDistance;
import java.util.List;
import java.util.function.IntPredicate;

/// What a fan wants of a list of recommendations, beside that it should be good.
///
/// @param allowed passes for an item that may be shown
/// @param franchises how the parts of a franchise are shown
/// @param popularity in [-1, 1]: -1 hidden gems, 0 as scored, 1 popular
/// @param variety in [0, 1]: 0 as scored, 1 as different from one another as can be
public record Wishes(IntPredicate allowed, FranchiseRule franchises, double popularity, double variety) {
    /// As scored, all that is not on the list.
    public static final Wishes NONE = new Wishes(_ -> true, FranchiseRule.EVERY_PART, 0, 0);

    /// The steps that make it so, in the order they are taken: first goes what cannot be shown, then the order
    /// changes, and last of a franchise stays what then stands first, so that variety sees what is shown.
    ///
    /// @param users how many users each item has; read, not kept
    public List<Reranker> steps(int[] users, Franchises groups, ItemDistance distance) {
        return List.of(
                new Seen(),
                new Allowed(allowed),
                new PopularitySlider(users, popularity),
                new FranchiseParts(groups, franchises),
                new Variety(distance, variety));
    }
}
