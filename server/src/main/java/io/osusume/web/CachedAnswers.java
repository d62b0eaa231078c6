package io.osusume.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.osusume.artifact.Hashes;
import io.osusume.serving.ModelState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/// Lets clients and caches keep what the API answers to GET for a minute, and afterwards ask whether it
/// has changed. An answer follows from the model, the address, the day (before which a title has not
/// been shown) and the shape of answers; the tag is made of these, so that a known answer is not even
/// worked out.
record CachedAnswers(CurrentModel model, String shape, Clock clock) {
    private static final String CONTROL = "public, max-age=60";

    /// @param handler answers with 200, or throws
    Handler around(Handler handler) {
        return ctx -> answer(ctx, handler);
    }

    private void answer(Context ctx, Handler handler) throws Exception {
        String tag = tag(ctx);
        if (knows(ctx, tag)) {
            ctx.status(304);
        } else {
            handler.handle(ctx);
        }
        ctx.header("ETag", tag);
        ctx.header("Cache-Control", CONTROL);
    }

    private static boolean knows(Context ctx, String tag) {
        String known = ctx.header("If-None-Match");
        return known != null
                && Arrays.stream(known.split(",", -1))
                        .map(String::strip)
                        .anyMatch(List.of(tag, tag.substring(2))::contains);
    }

    /// A weak one: the compressed answer has the same.
    private String tag(Context ctx) {
        String id = model.state() instanceof ModelState.Ready ready
                ? ready.service().loaded().id()
                : "";
        MessageDigest digest = Hashes.sha256();
        String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
        for (String part : List.of(id, shape, LocalDate.now(clock).toString(), ctx.path() + query)) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return "W/\"" + Hashes.hex(digest).substring(0, 24) + "\"";
    }
}
