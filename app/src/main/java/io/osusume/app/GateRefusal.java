package io.osusume.app;

/// A gate refused what was to be done: the message says why, the exit code is 3.
final class GateRefusal extends RuntimeException {
    /// The exit code of a command that a gate refused.
    static final int EXIT_CODE = 3;

    private static final long serialVersionUID = 1;

    GateRefusal(String message) {
        super(message);
    }
}
