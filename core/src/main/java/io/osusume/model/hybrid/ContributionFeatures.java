package io.osusume.model.hybrid;

import io.osusume.data.Franchises;
import io.osusume.data.Profile;
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
    public void write(Links links, float[] rows, int column, int width) {
        Query query = links.query;
        int[] candidates = links.candidates;
        Profile profile = query.profile();
        Franchises franchises = query.base().items().franchises();
        int[] candidateFranchises = new int[candidates.length];
        for (int k = 0; k < candidates.length; k++) {
            candidateFranchises[k] = franchises.of(candidates[k]);
            rows[k * width + column + 5] = Float.NaN;
        }
        for (int entry = 0; entry < profile.size(); entry++) {
            int franchise = franchises.of(profile.item(entry));
            float deviation = query.deviation(entry);
            boolean scored = !Float.isNaN(profile.rating(entry));
            for (int link = links.begins[entry]; link < links.begins[entry + 1]; link++) {
                int k = links.places[link];
                float weight = links.weights[link];
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
