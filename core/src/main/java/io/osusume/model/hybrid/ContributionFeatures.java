package io.osusume.model.hybrid;

import io.osusume.data.Franchises;
import io.osusume.data.Profile;
import io.osusume.model.ItemWeights;
import java.util.List;

/// What single entries of the list add to a candidate's linear score.
final class ContributionFeatures implements FeatureGroup {
    @Override
    public Origin origin() {
        return Origin.WEIGHTS;
    }

    @Override
    public List<String> names() {
        return List.of(
                "first-contribution",
                "second-contribution",
                "third-contribution",
                "negative-contributions",
                "rated-contributions",
                "first-contribution-rating",
                "franchise-contributions",
                "other-contributions");
    }

    @Override
    public void write(Query query, int[] candidates, float[] rows, int column, int width) {
        Profile profile = query.profile();
        ItemWeights weights = query.base().weights();
        Franchises franchises = query.base().items().franchises();
        int[] candidateFranchises = new int[candidates.length];
        for (int k = 0; k < candidates.length; k++) {
            candidateFranchises[k] = franchises.of(candidates[k]);
            rows[k * width + column + 5] = Float.NaN;
        }
        float[] entryWeights = new float[candidates.length];
        for (int entry = 0; entry < profile.size(); entry++) {
            weights.gather(profile.item(entry), candidates, entryWeights);
            int franchise = franchises.of(profile.item(entry));
            float deviation = query.deviation(entry);
            boolean scored = !Float.isNaN(profile.rating(entry));
            for (int k = 0; k < candidates.length; k++) {
                float weight = entryWeights[k];
                int at = k * width + column;
                if (weight > rows[at + 2]) {
                    if (weight > rows[at]) {
                        rows[at + 2] = rows[at + 1];
                        rows[at + 1] = rows[at];
                        rows[at] = weight;
                        rows[at + 5] = scored ? deviation : Float.NaN;
                    } else if (weight > rows[at + 1]) {
                        rows[at + 2] = rows[at + 1];
                        rows[at + 1] = weight;
                    } else {
                        rows[at + 2] = weight;
                    }
                }
                rows[at + 3] += Math.min(weight, 0);
                rows[at + 4] += deviation * weight;
                rows[at + (franchise == candidateFranchises[k] ? 6 : 7)] += weight;
            }
        }
    }
}
