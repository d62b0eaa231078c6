package io.osusume.assistant;

/// A language model gave no answer: why, for those who run the server. It never holds a key or a
/// conversation.
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Why there is no answer.
    public enum Reason {
        /// The key is wrong, or may not do this.
        KEY,
        /// It has too much to do, or the account is used up.
        BUSY,
        /// It failed.
        FAILED,
        /// It is not reached, or too slow.
        UNREACHABLE,
        /// It answered what is no answer.
        BROKEN,
        /// It does not take the request.
        REFUSED
    }

    private final Reason reason;

    public ModelException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /// Why, for a fan.
    String forFans() {
        return switch (reason) {
            case KEY -> "the language model does not accept this server's key";
            case BUSY -> "the language model has too much to do just now";
            case FAILED -> "the language model failed";
            case UNREACHABLE -> "the language model is not reached";
            case BROKEN -> "the language model's answer broke off";
            case REFUSED -> "the language model did not take the question";
        };
    }
}
