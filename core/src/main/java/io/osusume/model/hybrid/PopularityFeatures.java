package io.osusume.model.hybrid;

import java.util.Arrays;
import java.util.List;

/// How many users have a candidate, against the entries of the list, and how they take it.
final class PopularityFeatures implements FeatureGroup {
    @Override
    public Origin origin() {
        return Origin.NONE;
    }

    @Override
    public List<String> names() {
        return List.of(
                "log-users",
                "log-users-difference",
                "log-users-deviations",
                "log-users-quantile",
                "mean-rating",
                "scored-share",
                "list-length-difference");
    }

    @Override
    public void write(Links links, float[] rows, int column, int width) {
        Query query = links.query;
        int[] candidates = links.candidates;
        ItemTable items = query.base().items();
        float[] listed = query.logUsers();
        double mean = ListFeatures.mean(listed);
        double spread = ListFeatures.deviation(listed, mean) + 0.3;
        double logLength = Math.log(Math.max(listed.length, 1));
        for (int k = 0; k < candidates.length; k++) {
            int item = candidates[k];
            int at = k * width + column;
            float logUsers = items.logUsers(item);
            rows[at] = logUsers;
            rows[at + 1] = (float) (logUsers - mean);
            rows[at + 2] = (float) ((logUsers - mean) / spread);
            rows[at + 3] = below(listed, logUsers) / (float) Math.max(listed.length, 1);
            rows[at + 4] = items.meanRating[item];
            rows[at + 5] = items.scoredShare[item];
            rows[at + 6] = (float) (items.logListLength[item] - logLength);
        }
    }

    /// How many of the ascending values are below a limit.
    private static int below(float[] ascending, float limit) {
        int found = Arrays.binarySearch(ascending, limit);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && ascending[found - 1] == limit) {
            found--;
        }
        return found;
    }
}
