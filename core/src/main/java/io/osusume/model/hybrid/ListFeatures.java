package io.osusume.model.hybrid;

import io.osusume.data.Profile;
import java.util.List;

/// The list itself: the same for all its candidates, so that the ranker can weigh the other features by it.
final class ListFeatures implements FeatureGroup {
    @Override
    public Origin origin() {
        return Origin.NONE;
    }

    @Override
    public List<String> names() {
        return List.of(
                "list-log-length",
                "list-log-users",
                "list-log-users-deviation",
                "list-mean-rating",
                "list-rating-deviation",
                "list-scored-share");
    }

    @Override
    public void write(Links links, float[] rows, int column, int width) {
        Query query = links.query;
        int[] candidates = links.candidates;
        Profile profile = query.profile();
        double mean = mean(query.logUsers());
        int scored = 0;
        double squares = 0;
        for (int entry = 0; entry < profile.size(); entry++) {
            if (!Float.isNaN(profile.rating(entry))) {
                scored++;
                squares += (double) query.deviation(entry) * query.deviation(entry);
            }
        }
        float[] features = {
            (float) Math.log(Math.max(profile.size(), 1)),
            (float) mean,
            (float) deviation(query.logUsers(), mean),
            query.meanRating(),
            scored > 2 ? (float) Math.sqrt(squares / scored) : Float.NaN,
            scored / (float) Math.max(profile.size(), 1)
        };
        for (int k = 0; k < candidates.length; k++) {
            System.arraycopy(features, 0, rows, k * width + column, features.length);
        }
    }

    static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }

    /// The root of the mean squared difference to the mean.
    static double deviation(float[] values, double mean) {
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length == 0 ? 0 : Math.sqrt(squares / values.length);
    }
}
