package io.osusume.model.hybrid;

import io.osusume.data.Franchises;
import io.osusume.data.Profile;
import io.osusume.model.Explanation;
import io.osusume.model.ScoredList;
import io.osusume.model.rank.Ranker;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// The hybrid's scores of one list with the rows they come from; explains them by dealing what each feature adds to a
/// candidate's log-odds to the entries of the list it comes from.
final class HybridScores implements ScoredList {
    private final CandidateRows candidateRows;
    private final Ranker ranker;
    private final double offset;
    private final Query query;
    private final int[] candidates;
    private final float[] rows;
    private final float[] scores;

    /// @param offset what the model adds to the ranker's margins
    /// @param candidates ascending
    /// @param rows of the candidates, row-major
    HybridScores(
            CandidateRows candidateRows,
            Ranker ranker,
            double offset,
            Query query,
            int[] candidates,
            float[] rows,
            float[] scores) {
        this.candidateRows = candidateRows;
        this.ranker = ranker;
        this.offset = offset;
        this.query = query;
        this.candidates = candidates;
        this.rows = rows;
        this.scores = scores;
    }

    @Override
    public Profile profile() {
        return query.profile();
    }

    @Override
    public float[] scores() {
        return scores;
    }

    @Override
    public Explanation explain(int item) {
        Profile profile = query.profile();
        if (profile.size() == 0 || profile.contains(item)) {
            throw new IllegalArgumentException("a score is explained for an item that is not on a list of at least"
                    + " 1 entry; the list has " + profile.size() + " entries, item " + item
                    + (profile.contains(item) ? " among them" : ""));
        }
        int place = Arrays.binarySearch(candidates, item);
        int width = candidateRows.featureNames().size();
        if (place >= 0) {
            return explain(item, ranker.contributions(rows, place * width));
        }
        int[] more = with(candidates, item);
        return explain(
                item, ranker.contributions(candidateRows.rows(query, more), Arrays.binarySearch(more, item) * width));
    }

    private Explanation explain(int item, double[] values) {
        Profile profile = query.profile();
        float[] weights = candidateRows.base().neighbours().contributions(profile, item);
        float[] mates = mates(profile, item);
        float[] common = common(profile, item);
        double[] byEntry = new double[profile.size()];
        Map<String, Double> byFeature = new LinkedHashMap<>();
        int width = candidateRows.featureNames().size();
        for (int feature = 0; feature < width; feature++) {
            float[] support = switch (candidateRows.origin(feature)) {
                case WEIGHTS -> weights;
                case COOCCURRENCES -> common;
                case FRANCHISE -> mates;
                case NONE -> new float[0];
            };
            if (!deal(values[feature], support, byEntry) && values[feature] != 0) {
                byFeature.put(candidateRows.featureNames().get(feature), values[feature]);
            }
        }
        return new Explanation(values[width] + offset, byEntry, byFeature);
    }

    /// Adds a value to the entries whose support has its sign, in proportion; false if there is none.
    private static boolean deal(double value, float[] support, double[] byEntry) {
        double sum = 0;
        for (float each : support) {
            sum += Math.max(0, each * Math.signum(value));
        }
        if (!(sum > 0)) {
            return false;
        }
        for (int entry = 0; entry < support.length; entry++) {
            byEntry[entry] += value * Math.max(0, support[entry] * Math.signum(value)) / sum;
        }
        return true;
    }

    /// One for each entry of the item's franchise, for and against.
    private float[] mates(Profile profile, int item) {
        Franchises franchises = candidateRows.base().items().franchises();
        float[] mates = new float[profile.size()];
        for (int entry = 0; entry < mates.length; entry++) {
            mates[entry] = franchises.of(profile.item(entry)) == franchises.of(item) ? 1 : 0;
        }
        return mates;
    }

    /// The share of each entry's users who have the item too.
    private float[] common(Profile profile, int item) {
        FirstStage base = candidateRows.base();
        float[] common = new float[profile.size()];
        for (int entry = 0; entry < common.length; entry++) {
            int other = profile.item(entry);
            int own = base.items().users(other);
            int place = base.neighbours().place(other, item);
            float share = place < 0 ? 0 : base.neighbours().share(place);
            common[entry] = share * Math.min(own, base.items().users(item)) / Math.max(own, 1);
        }
        return common;
    }

    private static int[] with(int[] candidates, int item) {
        int[] more = Arrays.copyOf(candidates, candidates.length + 1);
        more[candidates.length] = item;
        Arrays.sort(more);
        return more;
    }
}
