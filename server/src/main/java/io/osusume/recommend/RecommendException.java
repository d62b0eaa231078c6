package io.osusume.recommend;

/// A question cannot be answered: what was asked, why there is no answer, and the remedy. The message is for people.
public final class RecommendException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Why there is no answer.
    public enum Reason {
        /// The title or user is not known.
        UNKNOWN,
        /// Nothing was asked that could be answered, such as an empty list.
        NOTHING_TO_GO_ON,
        /// The loaded model cannot do that.
        MODEL_CANNOT,
        /// Too much is asked at once.
        BUSY
    }

    private final Reason reason;

    public RecommendException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
