package io.osusume.model.hybrid;

import io.osusume.data.Profile;
import java.util.List;

/// How often the candidate stands in lists that have an entry of this one.
final class CooccurrenceFeatures implements FeatureGroup {
    private static final int BEST = 5;

    @Override
    public Origin origin() {
        return Origin.COOCCURRENCES;
    }

    @Override
    public List<String> names() {
        return List.of(
                "best-conditional",
                "best-5-conditional",
                "mean-conditional",
                "mean-lift",
                "best-jaccard",
                "best-reverse-conditional",
                "mean-reverse-conditional");
    }

    @Override
    public void write(Links links, float[] rows, int column, int width) {
        Profile profile = links.query.profile();
        ItemTable items = links.query.base().items();
        int n = links.candidates.length;
        float[] users = new float[n];
        for (int k = 0; k < n; k++) {
            users[k] = items.users(links.candidates[k]);
        }
        float[][] best = new float[BEST][n]; // the highest conditionals of each candidate, falling
        float[] sums = new float[n];
        float[] jaccards = new float[n];
        float[] mostCommon = new float[n];
        float[] commonSums = new float[n];
        float[] conditionals = new float[n];
        for (int entry = 0; entry < profile.size(); entry++) {
            float own = items.users(profile.item(entry));
            float[] common = links.common[entry];
            scale(common, 1 / Math.max(own, 1), conditionals);
            add(conditionals, sums);
            add(common, commonSums);
            raise(common, mostCommon);
            raiseJaccards(common, own, users, jaccards);
            for (float[] place : best) {
                sink(conditionals, place);
            }
        }
        float perEntry = 1f / Math.max(profile.size(), 1);
        float perBest = 1f / Math.max(Math.min(profile.size(), BEST), 1);
        for (int k = 0; k < n; k++) {
            int at = k * width + column;
            float bestSum = 0;
            for (float[] place : best) {
                bestSum += place[k];
            }
            rows[at] = best[0][k];
            rows[at + 1] = bestSum * perBest;
            rows[at + 2] = sums[k] * perEntry;
            rows[at + 3] = 1000 * sums[k] * perEntry / Math.max(users[k], 1);
            rows[at + 4] = jaccards[k];
            rows[at + 5] = mostCommon[k] / (users[k] + 3);
            rows[at + 6] = commonSums[k] / (users[k] + 3) * perEntry;
        }
    }

    // Loops of one operation over whole arrays and without a branch: the compiler makes vectors of them.

    private static void scale(float[] values, float factor, float[] into) {
        for (int k = 0; k < into.length; k++) {
            into[k] = values[k] * factor;
        }
    }

    private static void add(float[] values, float[] sums) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += values[k];
        }
    }

    private static void raise(float[] values, float[] most) {
        for (int k = 0; k < most.length; k++) {
            most[k] = Math.max(most[k], values[k]);
        }
    }

    private static void raiseJaccards(float[] common, float own, float[] users, float[] most) {
        for (int k = 0; k < most.length; k++) {
            most[k] = Math.max(most[k], common[k] / (own + users[k] - common[k] + 5));
        }
    }

    /// Leaves the larger of each pair in `place`, the smaller in `values`, for the place below.
    private static void sink(float[] values, float[] place) {
        for (int k = 0; k < place.length; k++) {
            float value = values[k];
            float held = place[k];
            place[k] = Math.max(held, value);
            values[k] = Math.min(held, value);
        }
    }
}
