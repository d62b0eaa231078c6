package io.osusume.prepare;

/// The raw data cannot be prepared: why, and what to change.
public final class PrepareException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PrepareException(String message) {
        super(message);
    }
}
