package io.osusume.lists;

import java.util.Locale;
import java.util.Optional;

/// How far a fan has got with a title.
public enum ListStatus {
    WATCHING("Watching"),
    COMPLETED("Completed"),
    ON_HOLD("On-Hold"),
    DROPPED("Dropped"),
    PLAN_TO_WATCH("Plan to Watch");

    private final String label;

    ListStatus(String label) {
        this.label = label;
    }

    /// The words MyAnimeList uses.
    public String label() {
        return label;
    }

    /// True if the fan has seen at least a part of it.
    public boolean watched() {
        return this != PLAN_TO_WATCH;
    }

    /// The status of a word or number as lists and services write it; case, spaces and signs between words do not
    /// count. Who watches again has completed it.
    ///
    /// @return empty if there is none such
    public static Optional<ListStatus> of(String text) {
        return switch (text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "")) {
            case "1", "watching", "current", "currentlywatching" -> Optional.of(WATCHING);
            case "2", "completed", "watched", "finished", "rewatching", "repeating" -> Optional.of(COMPLETED);
            case "3", "onhold", "hold", "paused", "stalled" -> Optional.of(ON_HOLD);
            case "4", "dropped" -> Optional.of(DROPPED);
            case "6", "plantowatch", "planned", "planning", "wanttowatch" -> Optional.of(PLAN_TO_WATCH);
            default -> Optional.empty();
        };
    }
}
