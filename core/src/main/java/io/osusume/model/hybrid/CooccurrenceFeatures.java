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
        float[] best = new float[n * BEST]; // the highest conditionals of each candidate, falling
        float[] sums = new float[n];
        float[] jaccards = new float[n];
        float[] mostCommon = new float[n];
        float[] commonSums = new float[n];
        for (int entry = 0; entry < profile.size(); entry++) {
            float own = items.users(profile.item(entry));
            float perOwn = 1 / Math.max(own, 1);
            for (int link = links.begins[entry]; link < links.begins[entry + 1]; link++) {
                int k = links.places[link];
                float common = links.common[link];
                float conditional = common * perOwn;
                sums[k] += conditional;
                commonSums[k] += common;
                if (common > mostCommon[k]) {
                    mostCommon[k] = common;
                }
                float jaccard = common / (own + users[k] - common + 5);
                if (jaccard > jaccards[k]) {
                    jaccards[k] = jaccard;
                }
                if (conditional > best[k * BEST + BEST - 1]) {
                    insert(best, k * BEST, conditional);
                }
            }
        }
        float perEntry = 1f / Math.max(profile.size(), 1);
        float perBest = 1f / Math.max(Math.min(profile.size(), BEST), 1);
        for (int k = 0; k < n; k++) {
            int at = k * width + column;
            float bestSum = 0;
            for (int place = 0; place < BEST; place++) {
                bestSum += best[k * BEST + place];
            }
            rows[at] = best[k * BEST];
            rows[at + 1] = bestSum * perBest;
            rows[at + 2] = sums[k] * perEntry;
            rows[at + 3] = 1000 * sums[k] * perEntry / Math.max(users[k], 1);
            rows[at + 4] = jaccards[k];
            rows[at + 5] = mostCommon[k] / (users[k] + 3);
            rows[at + 6] = commonSums[k] / (users[k] + 3) * perEntry;
        }
    }

    private static void insert(float[] best, int begin, float conditional) {
        int place = begin + BEST - 1;
        while (place > begin && best[place - 1] < conditional) {
            best[place] = best[place - 1];
            place--;
        }
        best[place] = conditional;
    }
}
