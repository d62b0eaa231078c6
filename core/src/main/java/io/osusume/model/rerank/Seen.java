package io.osusume.model.rerank;

import io.osusume.data.Profile;

/// Takes out what is on the list already.
public record Seen() implements ScoreStep {
    @Override
    public void apply(float[] scores, Profile profile) {
        for (int entry = 0; entry < profile.size(); entry++) {
            scores[profile.item(entry)] = Float.NEGATIVE_INFINITY;
        }
    }
}
