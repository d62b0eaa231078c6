package io.osusume.model.hybrid;

import io.osusume.model.Ranking;
import java.util.Arrays;
import java.util.List;

/// The first stage's scores of a candidate, as they are and against those of the list's other candidates.
final class ScoreFeatures implements FeatureGroup {
    private static final int FAR = 20;
    private static final float WEAKEST = -20; // of the logarithm; also what a sum that is not positive gets

    @Override
    public Origin origin() {
        return Origin.WEIGHTS;
    }

    @Override
    public List<String> names() {
        return List.of(
                "linear",
                "linear-rank",
                "linear-relative",
                "linear-gap",
                "strongest",
                "strongest-rank",
                "strongest-gap");
    }

    @Override
    public void write(Links links, float[] rows, int column, int width) {
        Query query = links.query;
        int[] candidates = links.candidates;
        float[] linear = new float[candidates.length];
        float[] strongest = new float[candidates.length];
        for (int k = 0; k < candidates.length; k++) {
            linear[k] = query.sum(candidates[k]);
            strongest[k] = Math.max(query.scores()[candidates[k]], WEAKEST);
        }
        int[] linearRanks = ranks(linear);
        int[] strongestRanks = ranks(strongest);
        float[] sorted = linear.clone();
        Arrays.sort(sorted);
        float best = sorted.length == 0 ? 0 : Math.max(sorted[sorted.length - 1], 1e-6f);
        float far = sorted.length == 0 ? 0 : sorted[Math.max(0, sorted.length - FAR)];
        float strongestBest = WEAKEST;
        for (float score : strongest) {
            strongestBest = Math.max(strongestBest, score);
        }
        for (int k = 0; k < candidates.length; k++) {
            int at = k * width + column;
            rows[at] = linear[k];
            rows[at + 1] = (float) Math.log1p(linearRanks[k]);
            rows[at + 2] = linear[k] / best;
            rows[at + 3] = linear[k] - far;
            rows[at + 4] = strongest[k];
            rows[at + 5] = (float) Math.log1p(strongestRanks[k]);
            rows[at + 6] = strongest[k] - strongestBest;
        }
    }

    /// The rank of each place, 0 the highest score; equal scores by their place.
    private static int[] ranks(float[] scores) {
        Ranking ranking = Ranking.best(scores, new int[0], scores.length);
        int[] ranks = new int[scores.length];
        for (int rank = 0; rank < ranks.length; rank++) {
            ranks[ranking.index(rank)] = rank;
        }
        return ranks;
    }
}
