package io.osusume.lists;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How far a fan has got with a title.
public enum ListStatus {
    WATCHING("Watching", "1", "watching", "current", "currentlywatching"),
    COMPLETED("Completed", "2", "completed", "watched", "finished", "rewatching", "repeating"),
    ON_HOLD("On-Hold", "3", "onhold", "hold", "paused", "stalled"),
    DROPPED("Dropped", "4", "dropped"),
    PLAN_TO_WATCH("Plan to Watch", "6", "plantowatch", "planned", "planning", "wanttowatch");

    private final String label;
    private final List<String> words;

    ListStatus(String label, String... words) {
        this.label = label;
        this.words = List.of(words);
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
        String word = text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
        for (ListStatus status : values()) {
            if (status.words.contains(word)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
