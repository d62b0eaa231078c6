package io.osusume.model.rerank;

import io.osusume.data.ItemDistance;
import io.osusume.data.Profile;
import io.osusume.model.Ranking;

/// Picks items one after the other, each by its score less what makes it like those picked before it (maximal marginal
/// relevance). Scores are taken as log-odds; what follows after the picked ones keeps its order.
///
/// Source: Carbonell and Goldstein, The use of MMR, diversity-based reranking (1998).
///
/// @param distance of two items; an unknown one counts as halfway
/// @param strength in [0, 1]: 0 as scored; 1 takes a whole [#WEIGHT] of log-odds from an item that is like all picked
public record Variety(ItemDistance distance, double strength) implements Reranker {
    private static final double WEIGHT = 6;
    private static final int PICKED = 50;
    private static final int CONSIDERED = 300;
    private static final double UNKNOWN = 0.5;

    /// @throws IllegalArgumentException if the strength is out of its range
    public Variety {
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("variety must be in [0, 1], was " + strength);
        }
    }

    @Override
    public Ranking rerank(Ranking ranking, Profile profile) {
        if (strength == 0 || ranking.size() < 2) {
            return ranking;
        }
        int considered = Math.min(CONSIDERED, ranking.size());
        int[] order = ranking.indices();
        float[] scores = new float[order.length];
        double[] likeness = new double[considered];
        for (int rank = 0; rank < order.length; rank++) {
            scores[rank] = ranking.score(rank);
        }
        for (int place = 1; place < Math.min(PICKED, considered); place++) {
            int best = place;
            double bestValue = Double.NEGATIVE_INFINITY;
            for (int k = place; k < considered; k++) {
                likeness[k] += likeness(order[place - 1], order[k]);
                double value = scores[k] - strength * WEIGHT * likeness[k] / place;
                if (value > bestValue) {
                    bestValue = value;
                    best = k;
                }
            }
            moveUp(order, scores, likeness, best, place);
        }
        return Ranking.of(order, scores);
    }

    private double likeness(int item, int other) {
        double known = distance.between(item, other);
        return 1 - (Double.isNaN(known) ? UNKNOWN : known);
    }

    /// Moves an entry up to a place; those between go down one.
    private static void moveUp(int[] order, float[] scores, double[] likeness, int from, int to) {
        int item = order[from];
        float score = scores[from];
        double like = likeness[from];
        System.arraycopy(order, to, order, to + 1, from - to);
        System.arraycopy(scores, to, scores, to + 1, from - to);
        System.arraycopy(likeness, to, likeness, to + 1, from - to);
        order[to] = item;
        scores[to] = score;
        likeness[to] = like;
    }
}
