package io.osusume.model.rerank;

import io.osusume.data.Profile;
import io.osusume.franchise.WatchingOrder;
import io.osusume.model.Ranking;
import java.util.BitSet;
import java.util.List;

/// What a fan wants of a list of recommendations, beside that it should be good.
///
/// The steps that make it so are taken in the order they stand here: what cannot be shown goes and the scores change,
/// then the best are ranked; of a franchise stays what stands first, and variety comes last, so that it sees what is
/// shown.
///
/// @param hidden items that may not be shown; not to be changed
/// @param franchises how the parts of a franchise are shown
/// @param popularity in [-1, 1]: -1 hidden gems, 0 as scored, 1 popular
/// @param variety in [0, 1]: 0 as scored, 1 as different from one another as can be
/// @param dislikes what was turned down; it does not come itself only if it is hidden
public record Wishes(BitSet hidden, FranchiseRule franchises, double popularity, double variety, Dislikes dislikes) {
    /// As scored, all that is not on the list.
    public static final Wishes NONE = new Wishes(new BitSet(), FranchiseRule.EVERY_PART, 0, 0);

    /// Wishes of somebody who turned nothing down.
    public Wishes(BitSet hidden, FranchiseRule franchises, double popularity, double variety) {
        this(hidden, franchises, popularity, variety, Dislikes.NONE);
    }

    /// How many of the best are ranked at first for each that is shown; what is left out of them counts.
    private static final int SPARE = 4;

    private static final int RANKED_AT_LEAST = 100;

    /// Variety chooses among these: with fewer it would choose otherwise.
    private static final int RANKED_FOR_VARIETY = 400;

    private List<ScoreStep> scoreSteps(ItemTraits traits) {
        return List.of(
                new Seen(), new Allowed(hidden), dislikes, new PopularitySlider(traits.popularity(), popularity));
    }

    private List<Reranker> rerankers(ItemTraits traits) {
        return List.of(parts(traits), new Variety(traits.distance(), variety));
    }

    private Reranker parts(ItemTraits traits) {
        WatchingOrder order = traits.order();
        return switch (franchises) {
            case EVERY_PART, ONE_PART -> new FranchiseParts(traits.franchises(), franchises);
            case NEW_FRANCHISES ->
                order == null
                        ? new FranchiseParts(traits.franchises(), franchises)
                        : new EntryPoints(traits.franchises(), order, item -> !hidden.get(item), false);
            case ENTRY_POINT -> {
                if (order == null) {
                    throw new IllegalStateException("entry points need the order in which franchises are watched");
                }
                yield new EntryPoints(traits.franchises(), order, item -> !hidden.get(item), true);
            }
        };
    }

    /// Takes the steps before ranking.
    ///
    /// @param scores of all items, changed; negative infinity for what may not be shown
    public void change(float[] scores, Profile profile, ItemTraits traits) {
        scoreSteps(traits).forEach(step -> step.apply(scores, profile));
    }

    /// The items to show to a list, best first. Of the ranking only as much is made as is needed for `n` of them.
    ///
    /// @param scores of all items; the steps change them
    /// @param n fewer come only when no more may be shown
    public Ranking best(float[] scores, Profile profile, int n, ItemTraits traits) {
        change(scores, profile, traits);
        return bestOfChanged(scores, profile, n, traits);
    }

    /// The same of scores on which [#change] was called already; they are read alone.
    public Ranking bestOfChanged(float[] scores, Profile profile, int n, ItemTraits traits) {
        int least = variety == 0 ? RANKED_AT_LEAST : RANKED_FOR_VARIETY;
        int ranked = Math.min(scores.length, Math.max(least, SPARE * Math.min(n, scores.length)));
        while (true) {
            Ranking shown = Ranking.best(scores, new int[0], ranked);
            boolean all = shown.size() < ranked || ranked == scores.length;
            for (Reranker step : rerankers(traits)) {
                shown = step.rerank(shown, profile);
            }
            if (all || shown.size() >= n) {
                return shown.first(n);
            }
            ranked = (int) Math.min(scores.length, (long) SPARE * ranked);
        }
    }
}
