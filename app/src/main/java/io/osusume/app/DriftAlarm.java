package io.osusume.app;

/// Lists of today are too far from those a model learnt from: the message says which, the exit code is 6.
final class DriftAlarm extends RuntimeException {
    /// The exit code of a command that found drift above its threshold.
    static final int EXIT_CODE = 6;

    private static final long serialVersionUID = 1;

    DriftAlarm(String message) {
        super(message);
    }
}
