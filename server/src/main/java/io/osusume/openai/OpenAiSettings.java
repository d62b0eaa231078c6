package io.osusume.openai;

import java.net.URI;
import java.time.Duration;

/// How a language model is reached.
///
/// @param key a secret: it stands in no message
/// @param address of the interface, such as `https://api.openai.com/v1`
/// @param model its name there
/// @param connectTimeout for a connection
/// @param readTimeout for the next piece of an answer
/// @param retries how often a request that failed in a way that may pass is sent again
/// @param maxWait the longest pause the server may ask for (Retry-After) and get
public record OpenAiSettings(
        String key,
        URI address,
        String model,
        Duration connectTimeout,
        Duration readTimeout,
        int retries,
        Duration maxWait) {
    /// The official interface.
    public static final URI OFFICIAL = URI.create("https://api.openai.com/v1");

    public OpenAiSettings {
        if (key.isBlank()) {
            throw new IllegalArgumentException("a key must not be empty");
        }
        if (retries < 0 || retries > 10) {
            throw new IllegalArgumentException("retries must be in [0, 10], was " + retries);
        }
    }

    /// With the usual limits.
    public static OpenAiSettings of(String key, URI address, String model) {
        return new OpenAiSettings(
                key, address, model, Duration.ofSeconds(5), Duration.ofSeconds(30), 2, Duration.ofSeconds(5));
    }

    /// Without the key.
    @Override
    public String toString() {
        return "OpenAiSettings[" + model + " at " + address + "]";
    }
}
