package io.osusume.model.taste;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.model.ItemMeans;
import io.osusume.model.Ranking;
import java.util.Arrays;

/// Finds the titles a fan values: those rated above the own mean, first the ones others would not have
/// rated so high.
///
/// The value of an entry is `(rating - own mean) - (mean of the title - mean of all) / 2`: a 10 for what
/// everybody gives 9 says half as much less than a 10 for what others find middling. Means of titles are
/// damped by ten entries of the mean of all. *Watched, not scored* says nothing about value; the
/// original took it for the worst rating, and a rating of 10 from someone who always gives 10 for a
/// preference. Immutable and safe for use by many threads.
public final class Preferences {
    private static final double MEAN_WEIGHT = 10;
    private static final double TITLE_SHARE = .5;

    private final ItemMeans means;
    private final int itemCount;

    /// @param training whose scored entries give the means
    public Preferences(Interactions training) {
        means = new ItemMeans(training, MEAN_WEIGHT);
        itemCount = training.itemCount();
    }

    /// The valued items of a list with their value, the most valued first; empty if nothing is scored or
    /// all ratings are the same.
    public Ranking of(Profile profile, int n) {
        double ownMean = profile.meanRating();
        float[] values = new float[itemCount];
        Arrays.fill(values, Float.NEGATIVE_INFINITY);
        for (int entry = 0; entry < profile.size(); entry++) {
            double deviation = profile.rating(entry) - ownMean;
            if (deviation > 0) {
                int item = profile.item(entry);
                values[item] = (float) (deviation - TITLE_SHARE * (means.of(item) - means.mean()));
            }
        }
        return Ranking.best(values, new int[0], n);
    }
}
