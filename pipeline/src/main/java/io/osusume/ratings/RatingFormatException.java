package io.osusume.ratings;

/// A rating file cannot be used: what is wrong, where, and how to mend it.
public final class RatingFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RatingFormatException(String message) {
        super(message);
    }
}
