package io.osusume.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.osusume.lists.ListException;
import io.osusume.lists.ListLimits;
import io.osusume.profiles.ProfileException;
import io.osusume.profiles.StoreException;
import io.osusume.recommend.RecommendException;
import java.io.EOFException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns every failure into an answer: a problem for programs, a page for people, and never a stack trace.
final class ErrorResponses {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorResponses.class);

    private static final String TOO_LARGE =
            "the request is too large: at most " + ListLimits.DEFAULT.fileBytes() + " bytes are read";

    private final Pages pages;
    private final StoreFailureLog storeFailures = new StoreFailureLog(System::nanoTime);

    ErrorResponses(Pages pages) {
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.exception(RequestException.class, (refused, ctx) -> answer(ctx, Problem.of(refused)));
        routes.exception(ListException.class, (refused, ctx) -> answer(ctx, Problem.of(refused)));
        routes.exception(RecommendException.class, (refused, ctx) -> answer(ctx, Problem.of(refused)));
        routes.exception(ProfileException.class, (refused, ctx) -> answer(ctx, Problem.of(refused)));
        routes.exception(StoreException.class, (failed, ctx) -> {
            storeFailures.tell(failed);
            failed.retryAfter().ifPresent(wait -> ctx.header("Retry-After", Long.toString(wait.toSeconds())));
            answer(ctx, Problem.of(failed));
        });
        routes.exception(HttpResponseException.class, (refused, ctx) -> {
            String methods = refused.getDetails().get("availableMethods");
            if (refused.getStatus() == 405 && methods != null) {
                ctx.header("Allow", methods);
            }
            answer(ctx, describe(refused, ctx));
        });
        routes.exception(Exception.class, (failed, ctx) -> {
            int status = statusOf(failed);
            if (status != 500) {
                ctx.header("Connection", "close"); // nobody knows where the next request would begin
                answer(
                        ctx,
                        Problem.of(
                                status,
                                switch (status) {
                                    case 408 -> "the body came too slowly; send it again";
                                    case 413 -> TOO_LARGE;
                                    default -> "the body is broken; send it whole";
                                }));
                return;
            }
            LOG.error("a request failed; the line of its answer says which", failed);
            answer(ctx, Problem.of(500, "something went wrong here; the operator finds it in the log"));
        });
    }

    private static Problem describe(HttpResponseException refused, Context ctx) {
        return Problem.of(
                refused.getStatus(),
                switch (refused.getStatus()) {
                    case 404 -> "there is nothing at " + ctx.path();
                    case 405 -> ctx.method() + " is not possible at " + ctx.path();
                    case 413 -> TOO_LARGE;
                    default -> String.valueOf(refused.getMessage());
                });
    }

    /// The status of a request whose body could not be taken in, 500 if that was not the reason.
    private static int statusOf(Exception failed) {
        int status = 500;
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalStateException
                    && String.valueOf(cause.getMessage()).startsWith("max ")) {
                return 413; // Jetty's words for a form over its limits, inside a "bad multipart"
            }
            if (cause instanceof TimeoutException) {
                return 408;
            }
            if (cause instanceof HttpException || cause instanceof EOFException) {
                status = 400;
            }
        }
        return status;
    }

    private void answer(Context ctx, Problem general) {
        Problem problem = general.of(ctx);
        problem.mark(ctx);
        if (ctx.path().startsWith("/api/") || ctx.path().startsWith("/health/")) {
            ctx.json(problem).contentType(Problem.MEDIA_TYPE);
        } else {
            pages.problem(ctx, problem);
        }
    }
}
