package io.osusume.model.net;

import io.osusume.data.RatingScale;

/// What training does with rows that are watched but not scored.
public enum UnscoredRows {
    /// They are trained as the worst rating and the target is `rating / 10`: the original's mistake.
    AS_ZERO {
        @Override
        boolean trains(int rating) {
            return true;
        }

        @Override
        float target(int rating) {
            return RatingScale.UNSCORED_AS_ZERO.scaled(rating);
        }
    },

    /// They are left out and the target is `(rating - 1) / 9`.
    LEFT_OUT {
        @Override
        boolean trains(int rating) {
            return rating > 0;
        }

        @Override
        float target(int rating) {
            return RatingScale.SCORED_ONLY.scaled(rating);
        }
    };

    /// Whether a row with this rating of 0 to 10 takes part.
    abstract boolean trains(int rating);

    /// What the net should say for this rating, in [0, 1].
    abstract float target(int rating);
}
