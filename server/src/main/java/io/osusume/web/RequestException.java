package io.osusume.web;

import org.jspecify.annotations.Nullable;

/// A request cannot be answered as it is: the HTTP status, and what is wrong, expected and found.
final class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final @Nullable String pointer;

    RequestException(int status, String detail) {
        this(status, detail, null);
    }

    /// @param pointer to the wrong part of a JSON body (RFC 6901), null if it is not about one
    RequestException(int status, String detail, @Nullable String pointer) {
        super(detail);
        this.status = status;
        this.pointer = pointer;
    }

    int status() {
        return status;
    }

    @Nullable
    String pointer() {
        return pointer;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
