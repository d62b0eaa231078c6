package io.osusume.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What every request to the API passes first: which sites may call it, who asks and how often, whether the caller may
/// ask this, and whether it takes what is answered.
final class ApiGuard {
    private final ApiCors cors;
    private final ApiCallers callers;

    ApiGuard(ApiCors cors, ApiCallers callers) {
        this.cors = cors;
        this.callers = callers;
    }

    /// Before it is known what is asked.
    void check(Context ctx) {
        boolean preflight = cors.answer(ctx);
        callers.admit(ctx);
        if (preflight) {
            ctx.status(204).skipRemainingHandlers();
        }
    }

    /// Around what answers an operation.
    static Handler around(ApiOperation operation, Handler handler) {
        if (!operation.ofApi()) {
            return handler;
        }
        String type = operation.answer().type();
        return ctx -> {
            if (operation.access() != ApiAccess.EVERYBODY) {
                ctx.header("Cache-Control", "no-store");
                ctx.disableCompression(); // the length of what is secret tells nothing, and a strong tag holds
            }
            ApiCallers.check(ctx, operation.access());
            if (!type.isEmpty() && !takes(ctx.header("Accept"), type)) {
                throw new RequestException(
                        406, "the API answers in " + type + ", which the header Accept does not take");
            }
            handler.handle(ctx);
        };
    }

    /// Whether a header `Accept` takes a media type; without one everything is taken.
    private static boolean takes(@Nullable String accept, String type) {
        if (accept == null || accept.isBlank()) {
            return true;
        }
        for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = range.split(";", -1);
            boolean refused = false;
            for (String part : parts) {
                refused |= part.strip().matches("q=0([.]0*)?");
            }
            String name = parts[0].strip();
            if (!refused && (name.equals("*/*") || name.equals("application/*") || name.equals(type))) {
                return true;
            }
        }
        return false;
    }
}
