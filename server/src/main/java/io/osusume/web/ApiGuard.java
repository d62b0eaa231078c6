package io.osusume.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What every request to the API passes first: which sites may call it (CORS), how often, and whether
/// the client takes JSON at all.
final class ApiGuard {
    private final ApiSettings settings;
    private final Optional<RateLimit> limit;

    ApiGuard(ApiSettings settings) {
        this.settings = settings;
        this.limit = settings.requestsPerMinute() == 0
                ? Optional.empty()
                : Optional.of(new RateLimit(settings.requestsPerMinute(), System::nanoTime));
    }

    void check(Context ctx) {
        boolean preflight = cors(ctx);
        int wait = limit.map(each -> each.take(ctx.ip())).orElse(0);
        if (wait > 0) {
            ctx.header("Retry-After", Integer.toString(wait));
            throw new RequestException(
                    429,
                    "more than " + settings.requestsPerMinute() + " requests a minute came from this address; ask again"
                            + " in " + wait + (wait == 1 ? " second" : " seconds"));
        }
        if (preflight) {
            ctx.status(204).skipRemainingHandlers();
        } else if (!takesJson(ctx.header("Accept"))) {
            throw new RequestException(
                    406, "the API answers in application/json, which the header Accept does not take");
        }
    }

    /// Tells a browser what the page of an allowed site may do.
    ///
    /// @return whether the request only asks for that
    private boolean cors(Context ctx) {
        String origin = ctx.header("Origin");
        if (settings.origins().isEmpty()) {
            return false;
        }
        boolean all = settings.origins().contains("*");
        if (!all) {
            ctx.header("Vary", "Accept-Encoding, Origin");
        }
        if (origin == null || !(all || settings.origins().contains(origin))) {
            return false;
        }
        ctx.header("Access-Control-Allow-Origin", all ? "*" : origin);
        ctx.header("Access-Control-Expose-Headers", "ETag, Retry-After");
        ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
        if (!ctx.method().equals(HandlerType.OPTIONS) || ctx.header("Access-Control-Request-Method") == null) {
            return false;
        }
        ctx.header("Access-Control-Allow-Methods", "GET, HEAD, POST");
        ctx.header("Access-Control-Allow-Headers", "Content-Type, If-None-Match");
        ctx.header("Access-Control-Max-Age", "86400");
        return true;
    }

    /// By the header `Accept`; without one everything is taken.
    private static boolean takesJson(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return true;
        }
        for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = range.split(";", -1);
            boolean refused = false;
            for (String part : parts) {
                refused |= part.strip().matches("q=0([.]0*)?");
            }
            switch (parts[0].strip()) {
                case "*/*", "application/*", "application/json" -> {
                    if (!refused) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }
}
