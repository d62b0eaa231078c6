package io.osusume.profiles;

import java.time.Instant;
import java.util.List;

/// A change that can still be undone.
///
/// @param id the version it made
/// @param made whole milliseconds
/// @param action what it was
/// @param undone whether it has been undone
/// @param parts what it changed
public record KeptChange(long id, Instant made, Action action, boolean undone, List<PartChange> parts) {
    /// What a change was.
    public enum Action {
        CHANGE(0),
        IMPORT(1),
        UNDO(2);

        private final int code;

        Action(int code) {
            this.code = code;
        }

        /// The number the database stores; it never changes.
        int code() {
            return code;
        }

        static Action of(int code) {
            return switch (code) {
                case 0 -> CHANGE;
                case 1 -> IMPORT;
                case 2 -> UNDO;
                default -> throw new IllegalArgumentException("there is no action " + code);
            };
        }
    }

    public KeptChange {
        parts = List.copyOf(parts);
    }
}
