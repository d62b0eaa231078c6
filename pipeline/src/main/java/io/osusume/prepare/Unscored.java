package io.osusume.prepare;

import io.osusume.data.RatingScale;

/// What becomes of titles that a user watched without scoring them.
public enum Unscored {
    /// They stay interactions, without a rating.
    EXCLUDE_FROM_RATINGS("exclude-from-ratings", RatingScale.SCORED_ONLY),
    /// They count as the worst rating; only to reproduce the system this replaces.
    AS_ZERO("as-zero", RatingScale.UNSCORED_AS_ZERO);

    private final String word;
    private final RatingScale scale;

    Unscored(String word, RatingScale scale) {
        this.word = word;
        this.scale = scale;
    }

    /// The constant for a word in the settings.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Unscored of(String word) {
        for (Unscored unscored : values()) {
            if (unscored.word.equals(word)) {
                return unscored;
            }
        }
        throw new IllegalArgumentException("unscored must be exclude-from-ratings or as-zero, was '" + word + "'");
    }

    /// The word in the settings.
    public String word() {
        return word;
    }

    /// The scale of the prepared ratings.
    public RatingScale scale() {
        return scale;
    }
}
