package io.osusume.client;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The server refuses a request, or does not answer: what is wrong and the remedy, as the server says it. It never
/// holds
/// a key or a token.
public final class OsusumeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final @Nullable String pointer;
    private final @Nullable Duration retryAfter;

    OsusumeException(int status, String message, @Nullable String pointer, @Nullable Duration retryAfter) {
        super(message);
        this.status = status;
        this.pointer = pointer;
        this.retryAfter = retryAfter;
    }

    OsusumeException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = 0;
        this.pointer = null;
        this.retryAfter = null;
    }

    /// The status of the answer; 0 if there was none.
    public int status() {
        return status;
    }

    /// To the wrong part of the JSON that was sent (RFC 6901), if it is about one.
    public Optional<String> pointer() {
        return Optional.ofNullable(pointer);
    }

    /// When another try is worth it, if the server says so.
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
