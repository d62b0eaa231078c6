package io.osusume.metrics;

import java.nio.charset.StandardCharsets;

/// All metrics of a moment as text.
final class Exposition {
    private final String contentType;
    private final byte[] body;

    /// @param body owned by this from now on
    Exposition(String contentType, byte[] body) {
        this.contentType = contentType;
        this.body = body;
    }

    String contentType() {
        return contentType;
    }

    /// The bytes, not to be written to.
    byte[] body() {
        return body;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
