package io.osusume.search;

/// What a person wrote for a title is not the name of exactly one. The message, which is for people,
/// says what was asked and names the titles that come near.
public final class LookupException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Why it is not one title.
    public enum Reason {
        /// No title is called so; the message suggests some.
        UNKNOWN,
        /// Several are; the message gives their ids.
        AMBIGUOUS
    }

    private final Reason reason;

    public LookupException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
