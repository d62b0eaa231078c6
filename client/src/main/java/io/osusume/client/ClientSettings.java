package io.osusume.client;

import java.net.URI;
import java.time.Duration;

/// Where the server is, and how patient the client is with it.
///
/// @param server such as `http://localhost:8080`, without a path
/// @param key an API key, empty for none; it is sent with every request, so the address should begin with `https`
/// @param connectTimeout for a connection
/// @param requestTimeout for one whole answer, the body too
/// @param retries how often a request is sent again that failed in a way that may pass, in [0, 20]
/// @param longestWait the longest pause a server may ask for (`Retry-After`); a longer one is told to the caller
/// instead
/// @param maxBodyBytes how large one answer may be
public record ClientSettings(
        URI server,
        String key,
        Duration connectTimeout,
        Duration requestTimeout,
        int retries,
        Duration longestWait,
        int maxBodyBytes) {
    public ClientSettings {
        String path = server.getRawPath();
        if (server.getHost() == null || !String.valueOf(server.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("server must be like https://host:port, was " + server);
        }
        if (path != null && !path.isEmpty() && !path.equals("/")) {
            throw new IllegalArgumentException("server must have no path, was " + server);
        }
        if (retries < 0 || retries > 20) {
            throw new IllegalArgumentException("retries must be in [0, 20], was " + retries);
        }
        if (maxBodyBytes < 1) {
            throw new IllegalArgumentException("maxBodyBytes must be positive, was " + maxBodyBytes);
        }
        if (key.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("key must be of visible ASCII characters");
        }
    }

    /// No key, 5 s to connect, 30 s for an answer, 3 retries, pauses of up to 30 s, answers of up to 16 MiB.
    public static ClientSettings of(URI server) {
        return new ClientSettings(
                server, "", Duration.ofSeconds(5), Duration.ofSeconds(30), 3, Duration.ofSeconds(30), 16 << 20);
    }

    public ClientSettings withKey(String other) {
        return new ClientSettings(server, other, connectTimeout, requestTimeout, retries, longestWait, maxBodyBytes);
    }

    public ClientSettings withTimeouts(Duration connect, Duration request) {
        return new ClientSettings(server, key, connect, request, retries, longestWait, maxBodyBytes);
    }

    public ClientSettings withRetries(int times, Duration longest) {
        return new ClientSettings(server, key, connectTimeout, requestTimeout, times, longest, maxBodyBytes);
    }

    public ClientSettings withMaxBodyBytes(int bytes) {
        return new ClientSettings(server, key, connectTimeout, requestTimeout, retries, longestWait, bytes);
    }

    /// Without the key.
    @Override
    public String toString() {
        return "ClientSettings[" + server + (key.isEmpty() ? "" : ", with a key") + "]";
    }
}
