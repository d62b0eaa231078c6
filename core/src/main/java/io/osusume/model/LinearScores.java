package io.osusume.model;

import io.osusume.data.Profile;
import java.util.Map;

/// The scores of a model that explains its linear part.
final class LinearScores implements ScoredList {
    private final Explains model;
    private final Profile profile;
    private final float[] scores;

    LinearScores(Explains model, Profile profile, float[] scores) {
        this.model = model;
        this.profile = profile;
        this.scores = scores;
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    public float[] scores() {
        return scores;
    }

    @Override
    public Explanation explain(int item) {
        float[] contributions = model.contributions(profile, item);
        double[] byEntry = new double[contributions.length];
        for (int entry = 0; entry < byEntry.length; entry++) {
            byEntry[entry] = contributions[entry];
        }
        return new Explanation(0, byEntry, Map.of());
    }
}
