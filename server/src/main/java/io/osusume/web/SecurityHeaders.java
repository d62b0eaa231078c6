package io.osusume.web;

import io.javalin.http.Context;
import java.util.Map;

/// The headers that tell a browser to do nothing but what the pages need.
final class SecurityHeaders {
    /// Those of every answer whatsoever.
    static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy", // a page's address holds what a fan picked
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=()");

    private SecurityHeaders() {}

    static void set(Context ctx) {
        ALWAYS.forEach(ctx::header);
        ctx.header("Vary", "Accept-Encoding");
        ctx.header("Cache-Control", "private, no-cache");
        if (encrypted(ctx)) {
            ctx.header("Strict-Transport-Security", "max-age=31536000"); // a year
        }
    }

    /// Whether the browser speaks TLS, to this server or to a trusted proxy before it.
    static boolean encrypted(Context ctx) {
        return ctx.scheme().equals("https");
    }
}
