package io.osusume.profiles;

/// A profile cannot be changed as wished: why, and the remedy. The message is for the fan.
public final class ProfileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Why not.
    public enum Reason {
        /// There is no profile of this token: it was forgotten, or swept after long disuse.
        UNKNOWN,
        /// Somebody else has changed it since the caller read it.
        CHANGED,
        /// It would hold more than [ProfileLimits] allow.
        TOO_MUCH
    }

    /// What is said of a token that opens nothing, whatever is wrong with it.
    public static final String NO_PROFILE =
            "there is no such profile: it was forgotten, or unused for too long; start a new one";

    private final Reason reason;

    ProfileException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
