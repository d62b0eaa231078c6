package io.osusume.artifact;

/// An artifact is missing, damaged or not what it should be: what, where, expected and found, and the remedy.
public final class ArtifactException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ArtifactException(String message) {
        super(message);
    }

    public ArtifactException(String message, Throwable cause) {
        super(message, cause);
    }
}
