package io.osusume.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.osusume.artifact.Hashes;
import io.osusume.serving.ModelState;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The JSON API, version 1, its description, and the routes of [Health]. Each route is made from an
/// [ApiOperation], and so is the description.
final class ApiRoutes {
    static final String DESCRIPTION = "/api/v1/openapi.json";

    private final CurrentModel model;
    private final ApiGuard guard;
    private final List<ApiOperation> operations;

    ApiRoutes(CurrentModel model, ApiSettings settings, Health health) {
        this.model = model;
        this.guard = new ApiGuard(settings);
        this.operations = Stream.of(
                        new ApiLists(model).operations(), new ApiFacts(model).operations(), own(), health.operations())
                .flatMap(List::stream)
                .toList();
    }

    private List<ApiOperation> own() {
        return List.of(ApiOperation.get(DESCRIPTION, "description", "This description", null, this::describe));
    }

    List<ApiOperation> operations() {
        return operations;
    }

    void register(RoutesConfig routes) {
        CachedAnswers cache = new CachedAnswers(model, shape(), Clock.systemUTC());
        routes.before("/api/*", guard::check);
        for (ApiOperation each : operations) {
            switch (each.method()) {
                case GET -> {
                    Handler handler = each.path().startsWith("/api/") ? cache.around(each.handler()) : each.handler();
                    routes.get(each.path(), handler);
                    routes.head(each.path(), handler); // the container leaves the body out
                }
                case POST -> routes.post(each.path(), each.handler());
            }
        }
    }

    private void describe(Context ctx) {
        ApiQuery.read(ctx, List.of());
        @Nullable
        ControlWords words = model.state() instanceof ModelState.Ready ready ? ControlWords.of(ready.service()) : null;
        ctx.json(OpenApiDocument.of(operations, words));
    }

    /// A hash of the description: it changes when the shape of answers does.
    private String shape() {
        Map<String, Object> document = OpenApiDocument.of(operations, null);
        MessageDigest digest = Hashes.sha256();
        digest.update(JsonMapper.shared().writeValueAsBytes(document));
        return Hashes.hex(digest);
    }
}
