package io.osusume.model.original;

import io.osusume.data.ItemFacts;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.data.Title;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// `get_user_preferences`: what a user rated at or above the own 75th percentile, in the order of the
/// catalogue.
///
/// As it was: *watched, not scored* is the rating 0 and takes part, so a user who scores nothing prefers
/// everything; and the catalogue is sorted by community score, which then decides ties wherever
/// preferences are counted.
public final class OriginalPreferences {
    private static final double PERCENTILE = .75;

    private final RatingScale scale;
    private final int[] places;

    /// @param scale of the profiles' ratings
    /// @param facts for the order: score descending, missing scores last, then by item index
    public OriginalPreferences(RatingScale scale, ItemFacts facts) {
        this.scale = scale;
        int[] order = IntStream.range(0, facts.itemCount())
                .boxed()
                .sorted(Comparator.comparingDouble(item -> -score(facts, item)))
                .mapToInt(Integer::intValue)
                .toArray();
        places = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            places[order[place]] = place;
        }
    }

    private static double score(ItemFacts facts, int item) {
        double score = facts.title(item).map(Title::score).orElse(Double.NaN);
        return Double.isNaN(score) ? 0 : score;
    }

    /// The preferred items; none for an empty profile, where the original failed.
    public int[] of(Profile profile) {
        double[] ratings = new double[profile.size()];
        for (int entry = 0; entry < ratings.length; entry++) {
            ratings[entry] = scale.rating(profile.rating(entry));
        }
        double least = percentile(ratings);
        return IntStream.range(0, ratings.length)
                .filter(entry -> ratings[entry] >= least)
                .mapToObj(profile::item)
                .sorted(Comparator.comparingInt(item -> places[item]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// The 75th percentile as numpy has it: between the two nearest ratings on a straight line; 0 of
    /// none.
    static double percentile(double[] ratings) {
        if (ratings.length == 0) {
            return 0;
        }
        double[] sorted = ratings.clone();
        Arrays.sort(sorted);
        double place = PERCENTILE * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
