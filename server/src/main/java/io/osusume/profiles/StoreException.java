package io.osusume.profiles;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The database did not do what it was asked: what is wrong and the remedy. Nothing of what it says or wraps names a
/// token, a key, a password or a list.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What is wrong, and whether trying again helps.
    public enum Kind {
        /// It cannot be reached, or broke off: worth another try in seconds.
        UNAVAILABLE,
        /// Others hold it for longer than the time-out: worth another try at once.
        BUSY,
        /// Its disk is full: what is stored can be read, nothing new is stored.
        FULL,
        /// It is damaged, or no database of Osusume.
        DAMAGED,
        /// A newer Osusume wrote it.
        NEWER_SCHEMA
    }

    private final Kind kind;

    StoreException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /// When another try is worth it; empty if only a person can help.
    public Optional<Duration> retryAfter() {
        return switch (kind) {
            case UNAVAILABLE -> Optional.of(Duration.ofSeconds(5));
            case BUSY -> Optional.of(Duration.ofSeconds(1));
            case FULL, DAMAGED, NEWER_SCHEMA -> Optional.empty();
        };
    }
}
