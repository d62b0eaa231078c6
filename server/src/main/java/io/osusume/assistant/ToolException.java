package io.osusume.assistant;

/// A tool cannot do what was asked: what was wrong, and the remedy. The message is for whoever called
/// it, a language model too.
public final class ToolException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ToolException(String message) {
        super(message);
    }
}
