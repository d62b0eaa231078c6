package io.osusume.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;

/// Tells a browser what pages of other sites may do (cross-origin resource sharing). The API knows no cookie, so a page
/// can do nothing in a fan's name, only with a key it has itself; what needs the key of those who run the server is
/// never opened to pages.
record ApiCors(List<String> origins) {
    private static final String ADMINISTRATION = "/api/v1/admin/";

    /// Adds the headers for the page of an allowed site.
    ///
    /// @return whether the request only asks for them
    boolean answer(Context ctx) {
        if (origins.isEmpty() || ctx.path().startsWith(ADMINISTRATION)) {
            return false;
        }
        String origin = ctx.header("Origin");
        boolean all = origins.contains("*");
        if (!all) {
            ctx.header("Vary", "Accept-Encoding, Origin");
        }
        if (origin == null || !(all || origins.contains(origin))) {
            return false;
        }
        ctx.header("Access-Control-Allow-Origin", all ? "*" : origin);
        ctx.header("Access-Control-Expose-Headers", "ETag, Retry-After, WWW-Authenticate");
        ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
        if (!ctx.method().equals(HandlerType.OPTIONS) || ctx.header("Access-Control-Request-Method") == null) {
            return false;
        }
        ctx.header("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE");
        ctx.header(
                "Access-Control-Allow-Headers",
                "Authorization, Content-Type, If-Match, If-None-Match, " + ApiCallers.PROFILE);
        ctx.header("Access-Control-Max-Age", "86400");
        return true;
    }
}
