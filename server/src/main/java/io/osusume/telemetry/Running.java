package io.osusume.telemetry;

/// A piece of work that goes on.
@FunctionalInterface
public interface Running {
    /// It ended, on the thread on which it began.
    void ended(Outcome outcome);
}
