package io.osusume.ingest;

/// A source cannot be taken in: what was wrong, expected and found, and the remedy.
public final class IngestException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public IngestException(String message) {
        super(message);
    }

    public IngestException(String message, Throwable cause) {
        super(message, cause);
    }
}
