package io.osusume.web;

import io.javalin.http.Context;
import io.osusume.gate.BrowserRules;

/// The headers that tell a browser to do nothing but what the pages need.
final class SecurityHeaders {
    private SecurityHeaders() {}

    static void set(Context ctx) {
        BrowserRules.ALWAYS.forEach(ctx::header);
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
