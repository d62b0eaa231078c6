package io.osusume.model.hybrid;

import io.osusume.data.GenreDistance;
import io.osusume.data.Interactions;
import io.osusume.data.Lazy;
import io.osusume.data.Profile;
import io.osusume.data.Tensors;
import io.osusume.data.TrainingData;
import io.osusume.model.Explains;
import io.osusume.model.Probabilities;
import io.osusume.model.Ranking;
import io.osusume.model.ScoredList;
import io.osusume.model.SimilarItems;
import io.osusume.model.rank.Ranker;
import io.osusume.model.rerank.ItemTraits;
import io.osusume.model.rerank.PopularityScale;
import io.osusume.model.rerank.TakesWishes;
import java.util.Map;

/// Two stages: generators propose candidates from a linear model and the list's franchises, then a ranker that sees
/// some sixty features of each gives it the log-odds of belonging to the list.
///
/// The score of a candidate is these log-odds; all other items stand below the candidates, in the order of
/// the first stage. An empty list gets the most popular items.
public final class HybridRecommender implements Probabilities, SimilarItems, Explains, TakesWishes {
    static final String NAME = "hybrid";
    static final String OFFSET = "offset";
    static final String STRONGEST = "strongest";
    static final String POPULARITY_DISCOUNT = "popularity-discount";
    static final String RANKER = "ranker.";

    private final TrainingData data;
    private final CandidateRows candidateRows;
    private final Ranker ranker;
    private final double offset;
    private final Lazy<ItemTraits> traits;

    /// @param offset added to the ranker's margins, which are those of a sample of the rows
    HybridRecommender(TrainingData data, CandidateRows candidateRows, Ranker ranker, double offset) {
        if (!ranker.features().equals(candidateRows.featureNames())) {
            throw new IllegalArgumentException("the ranker must know the features " + candidateRows.featureNames()
                    + ", it knows " + ranker.features());
        }
        this.data = data;
        this.candidateRows = candidateRows;
        this.ranker = ranker;
        this.offset = offset;
        this.traits = new Lazy<>(() -> {
            ItemTable items = candidateRows.base().items();
            return new ItemTraits(
                    PopularityScale.of(items.users()), items.franchises(), GenreDistance.of(data.facts()));
        });
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Interactions training() {
        return data.interactions();
    }

    @Override
    public int itemCount() {
        return data.facts().itemCount();
    }

    /// The first stage and what the second sees of it.
    CandidateRows candidateRows() {
        return candidateRows;
    }

    /// The second stage.
    public Ranker ranker() {
        return ranker;
    }

    @Override
    public void score(Profile profile, float[] scores) {
        System.arraycopy(scored(profile).scores(), 0, scores, 0, scores.length);
    }

    /// The scores and exact explanations of them. What the ranker owes to features that follow from
    /// entries of the list (Shapley values, counted from the list's typical candidate) is dealt to these
    /// entries: what speaks for the item in proportion to each entry's support, what speaks against it in
    /// proportion to each entry's opposition; the rest stays with the features. An item that is no
    /// candidate is explained as if it were one, by what the ranker would have given it.
    @Override
    public ScoredList scored(Profile profile) {
        Query query = candidateRows.query(profile);
        float[] scores = new float[itemCount()];
        if (profile.size() == 0) {
            popularity(candidateRows.base().items(), scores);
            return new HybridScores(candidateRows, ranker, offset, Links.of(query, new int[0]), new float[0], scores);
        }
        Links links = Links.of(query, candidateRows.candidates(query));
        int[] candidates = links.candidates;
        float[] rows = candidateRows.rows(links);
        double[] margins = new double[candidates.length];
        ranker.margins(rows, candidates.length, margins);
        below(margins, query.scores(), scores);
        for (int k = 0; k < candidates.length; k++) {
            scores[candidates[k]] = (float) (margins[k] + offset);
        }
        return new HybridScores(candidateRows, ranker, offset, links, rows, scores);
    }

    /// The log-odds that a list has an item.
    private void popularity(ItemTable items, float[] scores) {
        for (int item = 0; item < scores.length; item++) {
            double with = items.users(item) + 0.5;
            double without = items.lists() - items.users(item) + 0.5;
            scores[item] = (float) Math.log(with / Math.max(without, 0.5));
        }
    }

    @Override
    public double probability(float score) {
        return Ranker.probability(score);
    }

    @Override
    public ItemTraits traits() {
        return traits.get();
    }

    /// Gives all items the first stage's order, below the weakest candidate.
    private void below(double[] margins, float[] firstStage, float[] scores) {
        double weakest = 0;
        for (double margin : margins) {
            weakest = Math.min(weakest, margin + offset);
        }
        float best = Float.NEGATIVE_INFINITY;
        for (float score : firstStage) {
            best = Math.max(best, score);
        }
        float highest = (float) (weakest - 1);
        for (int item = 0; item < scores.length; item++) {
            scores[item] = highest + (firstStage[item] - best);
        }
    }

    /// Exact for the linear part, the sum of the first stage: what each item of the profile adds to it.
    @Override
    public float[] contributions(Profile profile, int item) {
        return candidateRows.base().neighbours().contributions(profile, item);
    }

    @Override
    public Ranking similarItems(int item, int n) {
        return candidateRows.base().neighbours().similarItems(item, n);
    }

    @Override
    public Tensors state() {
        FirstStage base = candidateRows.base();
        Tensors own = Tensors.of(Map.of(
                OFFSET, Double.toString(offset),
                STRONGEST, Double.toString(base.strength().strongest()),
                POPULARITY_DISCOUNT, Double.toString(base.strength().popularityDiscount())));
        return base.items().addedTo(base.neighbours().addedTo(own)).withAll(RANKER, ranker.state());
    }
}
