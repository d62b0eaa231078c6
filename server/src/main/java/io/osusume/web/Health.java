package io.osusume.web;

import io.javalin.http.Context;
import io.osusume.schema.Says;
import io.osusume.serving.ModelState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Whether the server lives, and whether requests should be sent to it: only with a model that was
/// tested and warmed up, a database of profiles that answers, and while it is not about to end.
record Health(CurrentModel model, StoreCheck store, BooleanSupplier draining) {
    record HealthJson(
            @Says(value = "up, or ready", example = "\"ready\"")
            String status,

            @Says("The id of the model that answers") @Nullable
            String model) {}

    List<ApiOperation> operations() {
        return List.of(
                ApiOperation.get(
                        "/health/live",
                        "live",
                        "Whether the server runs",
                        HealthJson.class,
                        ctx -> ctx.json(new HealthJson("up", null))),
                ApiOperation.get(
                        "/health/ready",
                        "ready",
                        "Whether requests should be sent here: there is a model, the store answers, and the server is"
                                + " not about to end",
                        HealthJson.class,
                        this::ready));
    }

    private void ready(Context ctx) {
        List<String> missing = new ArrayList<>();
        if (draining.getAsBoolean()) {
            missing.add("the server is about to end");
        }
        @Nullable
        String id = switch (model.state()) {
            case ModelState.Ready ready -> ready.service().loaded().id();
            case ModelState.Missing none -> {
                missing.add(none.reason() + "; run: " + none.command());
                yield null;
            }
        };
        store.problem().ifPresent(missing::add);
        if (!missing.isEmpty()) {
            throw new RequestException(503, String.join("; and ", missing));
        }
        ctx.json(new HealthJson("ready", id));
    }
}
