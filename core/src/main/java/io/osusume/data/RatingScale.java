package io.osusume.data;

/// How a rating of 0 to 10 (0: watched, not scored) becomes a number in [0, 1], and what 0 means there.
public enum RatingScale {
    /// `(rating - 1) / 9`: 0 is the worst score a user can give, 1 the best; watched but not scored is `NaN`.
    SCORED_ONLY {
        @Override
        public float scaled(int rating) {
            return rating == 0 ? Float.NaN : (checked(rating) - 1) / 9f;
        }

        @Override
        public int rating(float scaled) {
            return Float.isNaN(scaled) ? 0 : Math.round(scaled * 9f) + 1;
        }

        @Override
        public double points(double scaled) {
            return scaled * 9 + 1;
        }
    },

    /// `rating / 10`: watched but not scored is 0, the worst value. Only to reproduce the system this replaces.
    UNSCORED_AS_ZERO {
        @Override
        public float scaled(int rating) {
            return checked(rating) / 10f;
        }

        @Override
        public int rating(float scaled) {
            return Math.round(scaled * 10f);
        }

        @Override
        public double points(double scaled) {
            return scaled * 10;
        }
    };

    /// The scaled form of a rating.
    ///
    /// @param rating 0 (watched, not scored) to 10
    /// @return a number in [0, 1], or `NaN` where this scale leaves unscored ones out
    /// @throws IllegalArgumentException if the rating is outside [0, 10]
    public abstract float scaled(int rating);

    /// The rating of 0 to 10 that a scaled value stands for.
    public abstract int rating(float scaled);

    /// The same without rounding, for means and expectations: a number of points of ten.
    public abstract double points(double scaled);

    private static int checked(int rating) {
        if (rating < 0 || rating > 10) {
            throw new IllegalArgumentException("rating must be in [0, 10], was " + rating);
        }
        return rating;
    }
}
