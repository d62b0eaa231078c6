package io.osusume.profiles;

/// A copy was not made: why, and the remedy. The target is as it was.
public final class CopyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CopyException(String message) {
        super(message);
    }
}
