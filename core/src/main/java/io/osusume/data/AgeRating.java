package io.osusume.data;

/// The age class of a title.
public enum AgeRating {
    ALL_AGES("G - All Ages"),
    CHILDREN("PG - Children"),
    TEENS("PG-13 - Teens 13 or older"),
    VIOLENCE("R - 17+ (violence & profanity)"),
    MILD_NUDITY("R+ - Mild Nudity"),
    ADULT("Rx - Hentai"),
    UNKNOWN("Unknown");

    /// The highest class that is shown to who has not asked for more.
    public static final AgeRating FOR_EVERYBODY = MILD_NUDITY;

    private final String label;

    AgeRating(String label) {
        this.label = label;
    }

    /// The words MyAnimeList uses.
    public String label() {
        return label;
    }
}
