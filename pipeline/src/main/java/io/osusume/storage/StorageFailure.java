package io.osusume.storage;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The store cannot do what it was asked; the message says what, where and how to mend it.
public final class StorageFailure extends IOException {
    private static final long serialVersionUID = 1;

    /// What kind of trouble it is.
    public enum Kind {
        /// There is no such bucket.
        NO_BUCKET,
        /// There is no such object.
        NO_OBJECT,
        /// Who asks may not do it.
        DENIED,
        /// Who asks is not known: no credentials, or expired ones.
        NOT_LOGGED_IN,
        /// Too many requests, or too much of something.
        QUOTA,
        /// Somebody else changed it meanwhile, or it is there already.
        CONFLICT,
        /// What came is not what was stored.
        DAMAGED,
        /// No answer, or one that the service is not well.
        UNREACHABLE,
        /// Anything else.
        OTHER
    }

    private final Kind kind;

    StorageFailure(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
