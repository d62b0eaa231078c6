package io.osusume.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.osusume.artifact.Hashes;
import io.osusume.serving.ModelState;
import io.osusume.telemetry.Telemetry;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The JSON API, version 1, its description, and the routes of [Health]. Each route is made from an
/// [ApiOperation], and so is the description.
final class ApiRoutes {
    static final String DESCRIPTION = "/api/v1/openapi.json";

    private final CurrentModel model;
    private final ApiGuard guard;
    private final List<ApiOperation> operations;

    ApiRoutes(CurrentModel model, ApiServices services, PageServices pages, Health health, Telemetry telemetry) {
        this.model = model;
        this.guard = new ApiGuard(
                new ApiCors(services.settings().origins()), new ApiCallers(services.keys(), services.settings()));
        Bringing bringing = new Bringing(telemetry, pages);
        ProfileDoor door = new ProfileDoor(new Fans(pages.profiles()));
        this.operations = Stream.of(
                        new ApiLists(model).operations(),
                        new ApiFacts(model).operations(),
                        new ApiProfiles(model, door).operations(),
                        new ApiProfileChanges(model, door, bringing).operations(),
                        new ApiChat(model, door, pages.assistant()).operations(),
                        new ApiAdmin(model, services).operations(),
                        own(),
                        health.operations())
                .flatMap(List::stream)
                .toList();
    }

    private List<ApiOperation> own() {
        return List.of(
                ApiOperation.get(DESCRIPTION, "description", "This description", null, this::describe),
                ApiOperation.get(
                                ActionsDocument.PATH,
                                "actions",
                                "The part of this description that a custom GPT can use, for its actions",
                                null,
                                this::describeActions)
                        .inQuery(List.of(ActionsDocument.SERVER)));
    }

    List<ApiOperation> operations() {
        return operations;
    }

    void register(RoutesConfig routes) {
        CachedAnswers cache = new CachedAnswers(model, shape(), Clock.systemUTC());
        routes.before("/api/*", guard::check);
        for (ApiOperation each : operations) {
            Handler handler = ApiGuard.around(each, each.mayBeKept() ? cache.around(each.handler()) : each.handler());
            switch (each.method()) {
                case GET -> {
                    routes.get(each.path(), handler);
                    routes.head(each.path(), handler); // the container leaves the body out
                }
                case POST -> routes.post(each.path(), handler);
                case PUT -> routes.put(each.path(), handler);
                case PATCH -> routes.patch(each.path(), handler);
                case DELETE -> routes.delete(each.path(), handler);
            }
        }
    }

    private void describe(Context ctx) {
        ApiQuery.read(ctx, List.of());
        ctx.json(OpenApiDocument.of(operations, words()));
    }

    private void describeActions(Context ctx) {
        ApiQuery query = ApiQuery.read(ctx, List.of(ActionsDocument.SERVER));
        ctx.json(ActionsDocument.of(operations, words(), query.text("server").orElseThrow()));
    }

    private @Nullable ControlWords words() {
        return model.state() instanceof ModelState.Ready ready ? ControlWords.of(ready.service()) : null;
    }

    /// A hash of the description, the same in every replica: it changes when the shape of answers does.
    private String shape() {
        Map<String, Object> document = OpenApiDocument.of(operations, null);
        MessageDigest digest = Hashes.sha256();
        digest.update(JsonMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build()
                .writeValueAsBytes(document));
        return Hashes.hex(digest);
    }
}
