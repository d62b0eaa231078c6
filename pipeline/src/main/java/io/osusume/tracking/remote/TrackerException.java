package io.osusume.tracking.remote;

import java.time.Duration;

/// A tracker could not be given something.
public final class TrackerException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean passing;
    private final Duration wait;

    /// @param passing whether the same may go well later
    public TrackerException(String message, boolean passing) {
        this(message, passing, Duration.ZERO);
    }

    /// @param wait how long the tracker asked to be left alone
    public TrackerException(String message, boolean passing, Duration wait) {
        super(message);
        this.passing = passing;
        this.wait = wait;
    }

    /// How long the tracker asked to be left alone, zero if it did not.
    public Duration pause() {
        return wait;
    }

    /// Whether the same may go well later.
    public boolean passing() {
        return passing;
    }
}
