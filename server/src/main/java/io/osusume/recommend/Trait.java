package io.osusume.recommend;

import java.util.Optional;
import java.util.stream.Stream;

/// What speaks for or against a title beside the single titles of the list: the ranker's features in words.
public enum Trait {
    MATCH("how well the whole list points to it", "linear", "strongest", "first-contribution", "second-contribution"),
    WATCHED_TOGETHER("how often it is watched together with the list", "best-", "mean-"),
    POPULARITY("how popular it is, against what the list has", "log-users", "scored-share", "list-log-users"),
    COMMUNITY_SCORE("how well it is scored", "mean-rating"),
    ERA("when it was made, against the list", "year", "list-latest-year", "list-90th-year", "season-"),
    GENRES("its genres", "genre"),
    STUDIO("its studio", "studio"),
    FORM("its form: type, length, source, age class", "type", "source", "age-rating", "episodes", "minutes"),
    FRANCHISE("its place in its franchise", "franchise"),
    LIST("the length and scores of the list", "list-");

    private final String sentence;
    private final String beginnings; // of features' names, separated by bars

    Trait(String sentence, String... beginnings) {
        this.sentence = sentence;
        this.beginnings = String.join("|", beginnings);
    }

    /// What it is, for a page.
    public String sentence() {
        return sentence;
    }

    /// The trait of a feature by its name, empty for a name that no trait covers.
    static Optional<Trait> of(String feature) {
        if (feature.contains("contribution")) {
            return Optional.of(MATCH);
        }
        if (feature.equals("mean-rating") || feature.equals("mean-rating-difference")) {
            return Optional.of(COMMUNITY_SCORE);
        }
        for (Trait trait : values()) {
            if (Stream.of(trait.beginnings.split("[|]")).anyMatch(feature::startsWith)) {
                return Optional.of(trait);
            }
        }
        return Optional.empty();
    }
}
