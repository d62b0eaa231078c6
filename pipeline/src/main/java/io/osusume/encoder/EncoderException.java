package io.osusume.encoder;

/// The encoder cannot be started on this machine.
public final class EncoderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EncoderException(String message, Throwable cause) {
        super(message, cause);
    }
}
