package io.osusume.model.rerank;

import io.osusume.data.Profile;

/// Moves a ranking towards popular items or towards hidden gems: an item's score, taken as log-odds, gets
/// `position * WEIGHT` more for each standard deviation of popularity.
///
/// @param position in [-1, 1]: -1 hidden gems, 0 as scored, 1 popular
public record PopularitySlider(PopularityScale popularity, double position) implements ScoreStep {
    /// Log-odds an end of the slider gives a standard deviation of popularity.
    private static final double WEIGHT = 2;

    /// @throws IllegalArgumentException if the position is out of its range
    public PopularitySlider {
        if (!(position >= -1 && position <= 1)) {
            throw new IllegalArgumentException("popularity must be in [-1, 1], was " + position);
        }
    }

    /// What an item's score gains.
    public float gain(int item) {
        return (float) (position * WEIGHT * popularity.of(item));
    }

    @Override
    public void apply(float[] scores, Profile profile) {
        if (position == 0) {
            return;
        }
        for (int item = 0; item < scores.length; item++) {
            scores[item] += gain(item);
        }
    }
}
