package io.osusume.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.osusume.gate.RequestId;
import io.osusume.lists.ListException;
import io.osusume.profiles.ProfileException;
import io.osusume.profiles.StoreException;
import io.osusume.recommend.RecommendException;
import io.osusume.schema.Says;
import org.jspecify.annotations.Nullable;

/// An error as clients see it, `application/problem+json` (RFC 9457). The type is `about:blank`: the
/// status says it.
///
/// @param pointer to the wrong part of a JSON body (RFC 6901), absent if it is not about one
/// @param requestId by which the log knows the request
record Problem(
        @Says("about:blank: the status says it") String type,

        @Says(value = "The name of the status", example = "\"Bad Request\"")
        String title,

        @Says(value = "The status", least = 400, most = 599) int status,

        @Says(
                value = "What is wrong, what was expected, what was found, where, and the remedy",
                example = "\"n must be a whole number in [1, 100], was '0'\"")
        String detail,

        @Says("To the wrong part of a JSON body (RFC 6901)") @Nullable
        String pointer,

        @Says("Of the request, as in the header X-Request-Id: the operator finds it in the log") @Nullable
        String requestId) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String detail) {
        return of(status, detail, null);
    }

    private static Problem of(int status, String detail, @Nullable String pointer) {
        return new Problem("about:blank", HttpStatus.forStatus(status).getMessage(), status, detail, pointer, null);
    }

    /// Sets the status of an answer, and when to come back where another try is worth it.
    void mark(Context ctx) {
        ctx.status(status);
        if (status == 503 && ctx.res().getHeader("Retry-After") == null) {
            ctx.header("Retry-After", "10");
        }
    }

    /// The same of a request.
    Problem of(Context ctx) {
        return new Problem(type, title, status, detail, pointer, ctx.attribute(RequestId.ATTRIBUTE));
    }

    static Problem of(RequestException refused) {
        return of(refused.status(), refused.detail(), refused.pointer());
    }

    static Problem of(ListException refused) {
        return of(refused.tooLarge() ? 413 : 400, String.valueOf(refused.getMessage()));
    }

    static Problem of(ProfileException refused) {
        int status = switch (refused.reason()) {
            case UNKNOWN -> 404;
            case CHANGED -> 412;
            case TOO_MUCH -> 413;
        };
        return of(status, String.valueOf(refused.getMessage()));
    }

    static Problem of(StoreException failed) {
        return switch (failed.kind()) {
            case UNAVAILABLE, BUSY -> of(503, "your list cannot be read or kept just now; try again in a moment");
            case FULL ->
                of(
                        507,
                        "there is no room here to keep more: nothing of this change was kept, all that was kept before is"
                                + " whole and can be read and taken with you; the operator must make room");
            case DAMAGED, NEWER_SCHEMA ->
                of(500, "your list cannot be read or kept; the operator finds out why in the log");
        };
    }

    static Problem of(RecommendException refused) {
        int status = switch (refused.reason()) {
            case UNKNOWN -> 404;
            case NOTHING_TO_GO_ON -> 422;
            case MODEL_CANNOT -> 501;
            case BUSY -> 503;
        };
        return of(status, String.valueOf(refused.getMessage()));
    }
}
