package io.osusume.flow;

/// A pipeline that cannot be run as it is declared, or now: what is wrong, and the remedy.
public final class FlowException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FlowException(String message) {
        super(message);
    }

    public FlowException(String message, Throwable cause) {
        super(message, cause);
    }
}
