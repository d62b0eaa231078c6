package io.osusume.web;

import io.javalin.http.Context;

/// The headers that tell a browser to do nothing but what the pages need.
final class SecurityHeaders {
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void set(Context ctx) {
        ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "no-referrer"); // a page's address holds what a fan picked
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        ctx.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        ctx.header("Vary", "Accept-Encoding");
        ctx.header("Cache-Control", "private, no-cache");
        if (encrypted(ctx)) {
            ctx.header("Strict-Transport-Security", "max-age=31536000"); // a year
        }
    }

    /// Whether the browser speaks TLS, to this server or to the proxy before it.
    static boolean encrypted(Context ctx) {
        return ctx.scheme().equals("https") || "https".equals(ctx.header("X-Forwarded-Proto"));
    }
}
