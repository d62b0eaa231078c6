package io.osusume.profiles;

import java.util.Locale;

/// How far a fan has got with a title of the list.
public enum EntryStatus {
    WATCHED(0),
    WATCHING(1),
    DROPPED(2),
    ON_HOLD(3),
    PLANNED(4);

    private final int code;

    EntryStatus(int code) {
        this.code = code;
    }

    /// The number the database stores; it never changes.
    int code() {
        return code;
    }

    static EntryStatus of(int code) {
        return switch (code) {
            case 0 -> WATCHED;
            case 1 -> WATCHING;
            case 2 -> DROPPED;
            case 3 -> ON_HOLD;
            case 4 -> PLANNED;
            default -> throw new IllegalArgumentException("there is no status " + code);
        };
    }

    /// The word in texts for programs and people, such as `on hold`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
