package io.osusume.model;

/// Training could not go on: the message names the model, the epoch and what was found.
public final class TrainingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TrainingException(String message) {
        super(message);
    }
}
