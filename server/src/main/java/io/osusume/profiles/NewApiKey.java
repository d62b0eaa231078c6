package io.osusume.profiles;

/// A key just made, with the only copy of its text there will ever be.
public final class NewApiKey {
    private final ApiKey key;
    private final String text;

    NewApiKey(ApiKey key, String text) {
        this.key = key;
        this.text = text;
    }

    public ApiKey key() {
        return key;
    }

    /// What the caller must present. Show it once, never log it.
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return "NewApiKey[" + key.id() + ", ...]";
    }
}
