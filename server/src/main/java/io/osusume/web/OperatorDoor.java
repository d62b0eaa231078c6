package io.osusume.web;

import io.javalin.http.Context;
import io.osusume.profiles.ApiKeys;
import io.osusume.profiles.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// Lets those who run the server in to their pages: by an API key with the scope `admin`, as the password a browser
/// asks
/// for (any name) or as a bearer token. These pages change nothing, so that no other site can do anything through them.
final class OperatorDoor {
    private static final int WRONG_KEYS_A_MINUTE = 20;

    private final Optional<ApiKeys> keys;
    private final RateLimit wrong = new RateLimit(WRONG_KEYS_A_MINUTE, System::nanoTime);

    OperatorDoor(Optional<ApiKeys> keys) {
        this.keys = keys;
    }

    /// @throws RequestException with status 401 without a key that is let in, 429 after many wrong ones
    void check(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        ctx.header("X-Robots-Tag", "noindex");
        if (keys.isEmpty()) {
            return;
        }
        Optional<String> brought = brought(ctx);
        boolean letIn = brought.flatMap(keys.get()::verify)
                .filter(key -> key.scopes().contains(Scope.ADMIN))
                .isPresent();
        if (letIn) {
            return;
        }
        int wait = brought.isPresent() ? wrong.take(ctx.ip()) : 0;
        if (wait > 0) {
            ctx.header("Retry-After", Integer.toString(wait));
            throw new RequestException(429, "too many wrong keys came from this address; wait " + wait + " s");
        }
        ctx.header("WWW-Authenticate", "Basic realm=\"Osusume operators\", charset=\"UTF-8\"");
        throw new RequestException(
                401,
                "this page is for those who run the server: the password is an API key with the scope admin"
                        + " (./osusume keys create), the name may be anything");
    }

    private static Optional<String> brought(Context ctx) {
        String header = ctx.header("Authorization");
        if (header == null) {
            return Optional.empty();
        }
        String scheme = header.strip().toLowerCase(Locale.ROOT);
        if (scheme.startsWith("bearer ")) {
            return Optional.of(header.strip().substring(7).strip());
        }
        if (!scheme.startsWith("basic ")) {
            return Optional.empty();
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(header.strip().substring(6).strip()), StandardCharsets.UTF_8);
            return Optional.of(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException noBase64) {
            return Optional.of("");
        }
    }
}
