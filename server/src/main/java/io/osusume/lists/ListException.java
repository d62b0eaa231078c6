package io.osusume.lists;

/// A list cannot be read: what was found, what was expected, where, and the remedy. The message is for the fan.
public final class ListException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean tooLarge;

    public ListException(String message) {
        this(message, false, null);
    }

    ListException(String message, boolean tooLarge, @org.jspecify.annotations.Nullable Throwable cause) {
        super(message, cause);
        this.tooLarge = tooLarge;
    }

    /// True if the list broke a limit of size, not a rule of form.
    public boolean tooLarge() {
        return tooLarge;
    }
}
