package io.osusume.imports;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A list cannot be fetched. The message is for the fan: what is wrong and what to do. It never holds the user's name.
public final class ImportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What every message ends with: the way that always works.
    static final String REMEDY = "upload the export of your list instead";

    /// Why there is no list.
    public enum Reason {
        /// The service has no such user, or shows nobody that it has.
        UNKNOWN_USER,
        /// The user keeps the list private.
        PRIVATE_LIST,
        /// The operator has not given what the service asks for, or the service does not take it.
        NOT_CONFIGURED,
        /// The service takes no more requests for now.
        BUSY,
        /// The service does not answer, not in time, or only with failures.
        UNREACHABLE,
        /// The service answers something else than it documents.
        BAD_ANSWER,
        /// The list or an answer is larger than the limits.
        TOO_LARGE,
        /// What was typed cannot be a name at this service.
        BAD_NAME
    }

    private final Reason reason;
    private final @Nullable Duration retryAfter;

    ImportException(Reason reason, String message) {
        this(reason, message, null, null);
    }

    ImportException(Reason reason, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public Reason reason() {
        return reason;
    }

    /// When to try again, if the service says so.
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
