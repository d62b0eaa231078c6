package io.osusume.app;

/// A version was made again and is not the same, or cannot be made again: the message says why.
final class NotReproduced extends RuntimeException {
    /// The exit code when what was made is not the same bit for bit.
    static final int DIFFERS = 4;

    /// The exit code when something it was made from is gone or is another one.
    static final int IMPOSSIBLE = 5;

    private static final long serialVersionUID = 1;

    private final int exitCode;

    NotReproduced(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
