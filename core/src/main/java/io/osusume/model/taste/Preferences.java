package io.osusume.model.taste;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
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

    private final double mean;
    private final double[] itemMeans;

    /// @param training whose scored entries give the means
    public Preferences(Interactions training) {
        double[] sums = new double[training.itemCount()];
        int[] scored = new int[sums.length];
        double all = 0;
        long allScored = 0;
        for (int entry = 0; entry < training.size(); entry++) {
            float rating = training.rating(entry);
            if (!Float.isNaN(rating)) {
                sums[training.item(entry)] += rating;
                scored[training.item(entry)]++;
                all += rating;
                allScored++;
            }
        }
        mean = allScored == 0 ? 0 : all / allScored;
        itemMeans = new double[sums.length];
        for (int item = 0; item < sums.length; item++) {
            itemMeans[item] = (sums[item] + MEAN_WEIGHT * mean) / (scored[item] + MEAN_WEIGHT);
        }
    }

    /// The valued items of a list with their value, the most valued first; empty if nothing is scored or
    /// all ratings are the same.
    public Ranking of(Profile profile, int n) {
        double ownMean = Ratings.mean(profile);
        float[] values = new float[itemMeans.length];
        Arrays.fill(values, Float.NEGATIVE_INFINITY);
        for (int entry = 0; entry < profile.size(); entry++) {
            double deviation = profile.rating(entry) - ownMean;
            if (deviation > 0) {
                int item = profile.item(entry);
                values[item] = (float) (deviation - TITLE_SHARE * (itemMeans[item] - mean));
            }
        }
        return Ranking.best(values, new int[0], n);
    }
}
