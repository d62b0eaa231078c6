package io.osusume.lists;

import java.util.Optional;

/// How far a fan has got with a title.
public enum ListStatus {
    WATCHING("Watching", 1),
    COMPLETED("Completed", 2),
    ON_HOLD("On-Hold", 3),
    DROPPED("Dropped", 4),
    PLAN_TO_WATCH("Plan to Watch", 6);

    private final String label;
    private final int code;

    ListStatus(String label, int code) {
        this.label = label;
        this.code = code;
    }

    /// The words MyAnimeList uses.
    public String label() {
        return label;
    }

    /// True if the fan has seen at least a part of it.
    public boolean watched() {
        return this != PLAN_TO_WATCH;
    }

    /// The status of a word or number as it stands in an export, empty if there is none such.
    static Optional<ListStatus> of(String text) {
        for (ListStatus status : values()) {
            if (status.label.equalsIgnoreCase(text)
                    || Integer.toString(status.code).equals(text)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
