package io.osusume.model.hybrid;

import io.osusume.data.Franchises;
import io.osusume.data.Profile;
import io.osusume.model.Explanation;
import io.osusume.model.ScoredList;
import io.osusume.model.rank.Ranker;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The hybrid's scores of one list with the rows they come from; explains them by dealing what each feature adds to a
/// candidate's log-odds to the entries of the list it comes from.
///
/// What a feature adds is counted from the list's typical candidate, the mean of all rows: what all candidates of a
/// list have in common, such as its length, explains nothing.
final class HybridScores implements ScoredList {
    private final CandidateRows candidateRows;
    private final Ranker ranker;
    private final double offset;
    private final Links links;
    private final float[] rows;
    private final float[] scores;
    private Ranker.@Nullable Contributions fromTypical;

    /// @param offset what the model adds to the ranker's margins
    /// @param links of the list and its candidates
    /// @param rows of the candidates, row-major
    HybridScores(CandidateRows candidateRows, Ranker ranker, double offset, Links links, float[] rows, float[] scores) {
        this.candidateRows = candidateRows;
        this.ranker = ranker;
        this.offset = offset;
        this.links = links;
        this.rows = rows;
        this.scores = scores;
    }

    @Override
    public Profile profile() {
        return links.query.profile();
    }

    @Override
    public float[] scores() {
        return scores;
    }

    @Override
    public Explanation explain(int item) {
        Profile profile = profile();
        if (profile.size() == 0 || profile.contains(item)) {
            throw new IllegalArgumentException("a score is explained for an item that is not on a list of at least"
                    + " 1 entry; the list has " + profile.size() + " entries, item " + item
                    + (profile.contains(item) ? " among them" : ""));
        }
        int place = Arrays.binarySearch(links.candidates, item);
        if (place >= 0) {
            return explain(place, links, rows);
        }
        Links more = Links.of(links.query, with(links.candidates, item));
        return explain(Arrays.binarySearch(more.candidates, item), more, candidateRows.rows(more));
    }

    private Explanation explain(int place, Links from, float[] fromRows) {
        int width = ranker.width();
        double[] values = fromTypical().of(fromRows, place * width);
        Shares weights = new Shares(from.weights(place));
        Shares common = new Shares(common(from, place));
        Shares mates = new Shares(mates(from.candidates[place]));
        Map<String, Double> byFeature = new LinkedHashMap<>();
        for (int feature = 0; feature < width; feature++) {
            double value = values[feature];
            boolean dealt = switch (candidateRows.origin(feature)) {
                case WEIGHTS -> weights.take(value);
                case COOCCURRENCES -> common.take(value);
                case FRANCHISE -> mates.take(value);
                case NONE -> false;
            };
            if (!dealt && value != 0) {
                byFeature.put(candidateRows.featureNames().get(feature), value);
            }
        }
        double[] byEntry = new double[profile().size()];
        weights.deal(byEntry);
        common.deal(byEntry);
        mates.deal(byEntry);
        return new Explanation(values[width] + offset, byEntry, byFeature);
    }

    /// What features add, counted from the mean of each over the candidates that have it, `NaN` where most have it not.
    private Ranker.Contributions fromTypical() {
        Ranker.Contributions known = fromTypical;
        if (known == null) {
            known = ranker.contributionsFrom(means(rows, ranker.width()));
            fromTypical = known;
        }
        return known;
    }

    private static float[] means(float[] rows, int width) {
        double[] sums = new double[width];
        int[] counts = new int[width];
        for (int begin = 0; begin < rows.length; begin += width) {
            for (int feature = 0; feature < width; feature++) {
                float value = rows[begin + feature];
                boolean missing = Float.isNaN(value);
                sums[feature] += missing ? 0 : value;
                counts[feature] += missing ? 0 : 1;
            }
        }
        float[] means = new float[width];
        for (int feature = 0; feature < width; feature++) {
            boolean rare = 2L * counts[feature] * width <= rows.length;
            means[feature] = rare ? Float.NaN : (float) (sums[feature] / counts[feature]);
        }
        return means;
    }

    /// One for each entry of the item's franchise.
    private float[] mates(int item) {
        Franchises franchises = candidateRows.base().items().franchises();
        float[] mates = new float[profile().size()];
        for (int entry = 0; entry < mates.length; entry++) {
            mates[entry] = franchises.of(profile().item(entry)) == franchises.of(item) ? 1 : 0;
        }
        return mates;
    }

    /// The share of each entry's users who have the candidate too.
    private float[] common(Links from, int place) {
        ItemTable items = candidateRows.base().items();
        float[] common = from.common(place);
        for (int entry = 0; entry < common.length; entry++) {
            common[entry] /= Math.max(items.users(profile().item(entry)), 1);
        }
        return common;
    }

    private static int[] with(int[] candidates, int item) {
        int[] more = Arrays.copyOf(candidates, candidates.length + 1);
        more[candidates.length] = item;
        Arrays.sort(more);
        return more;
    }

    /// Values that wait to be dealt to entries: each in proportion to the support that has its sign. All of one sign
    /// are dealt at once.
    private static final class Shares {
        private final float[] support;
        private final double inFavour;
        private final double against;
        private double above;
        private double below;

        Shares(float[] support) {
            this.support = support;
            double positive = 0;
            double negative = 0;
            for (float each : support) {
                positive += Math.max(0, each);
                negative += Math.max(0, -each);
            }
            inFavour = positive;
            against = negative;
        }

        /// Takes a value, or says that no entry has support of its sign.
        boolean take(double value) {
            if (!((value > 0 ? inFavour : against) > 0)) {
                return false;
            }
            above += Math.max(0, value);
            below += Math.min(0, value);
            return true;
        }

        void deal(double[] byEntry) {
            double perFavour = inFavour > 0 ? above / inFavour : 0;
            double perAgainst = against > 0 ? below / against : 0;
            for (int entry = 0; entry < support.length; entry++) {
                byEntry[entry] += support[entry] > 0 ? perFavour * support[entry] : -perAgainst * support[entry];
            }
        }
    }
}
