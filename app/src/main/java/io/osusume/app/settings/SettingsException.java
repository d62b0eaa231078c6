package io.osusume.app.settings;

/// A setting is unknown or out of range: the message names the key, the value, what is allowed and where it came from.
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SettingsException(String message) {
        super(message);
    }
}
