package io.osusume.web;

import io.javalin.http.Context;
import io.osusume.profiles.StoreCounts;
import io.osusume.schema.Says;
import io.osusume.serving.ChampionWatch;
import io.osusume.serving.ModelState;
import io.osusume.web.ApiOperation.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the API does for those who run the server: how much is stored, which model is served, looking for another
/// champion. No profile can be read with it.
final class ApiAdmin {
    private static final String PATH = "/api/v1/admin";

    private final CurrentModel model;
    private final ApiServices services;

    ApiAdmin(CurrentModel model, ApiServices services) {
        this.model = model;
        this.services = services;
    }

    record CountsJson(
            @Says(value = "How many profiles there are", least = 0)
            long profiles,

            @Says(value = "How many titles are on all lists", least = 0)
            long entries,

            @Says(value = "How many titles are hidden or saved", least = 0)
            long marks,

            @Says(value = "How many changes are kept for undo", least = 0)
            long changes,

            @Says(value = "How many API keys there are, revoked and expired ones too", least = 0)
            long apiKeys) {
        static CountsJson of(StoreCounts counts) {
            return new CountsJson(
                    counts.profiles(), counts.entries(), counts.marks(), counts.changes(), counts.apiKeys());
        }
    }

    record RefusedModelJson(
            @Says("The id of the version the registry names")
            String id,

            @Says("Why it is not served") String reason) {}

    record ModelStateJson(
            @Says("The id of the model that answers; absent if none does") @Nullable
            String model,

            @Says("Whether it follows the registry: another champion is served as soon as it is there and tested")
            boolean follows,

            @Says("Why there is no model; absent if there is one") @Nullable
            String missing,

            @Says("A champion that is not served; absent if there is none such") @Nullable
            RefusedModelJson refused) {}

    List<ApiOperation> operations() {
        return List.of(
                administration(Method.GET, "/counts", "counts", "How much is stored", CountsJson.class)
                        .with(this::counts)
                        .refuses(501, "The server stores nothing"),
                administration(Method.GET, "/model", "modelState", "Which model is served", ModelStateJson.class)
                        .with(this::state),
                administration(
                                Method.POST,
                                "/model/check",
                                "checkModel",
                                "Looks for another champion now, and serves it if it passes its self-test",
                                ModelStateJson.class)
                        .inQuery(List.of(ApiParameters.AGAIN))
                        .with(this::check)
                        .refuses(501, "The server serves one model for good"));
    }

    private static ApiOperation administration(
            Method method, String path, String id, String summary, Class<? extends Record> answer) {
        return ApiOperation.of(method, PATH + path, id, summary, _ -> {})
                .needs(ApiAccess.ADMINISTRATION)
                .answers(ApiAnswer.json(answer));
    }

    private void counts(Context ctx) {
        ApiQuery.read(ctx, List.of());
        StoreCounts counts = services.counts()
                .orElseThrow(() -> new RequestException(501, "this server stores nothing"))
                .get();
        ctx.json(CountsJson.of(counts));
    }

    private void state(Context ctx) {
        ApiQuery.read(ctx, List.of());
        ctx.json(state());
    }

    private ModelStateJson state() {
        boolean follows = services.champion().isPresent();
        RefusedModelJson refused = services.champion()
                .flatMap(ChampionWatch::refused)
                .map(version -> new RefusedModelJson(version.id(), version.reason()))
                .orElse(null);
        return switch (model.state()) {
            case ModelState.Ready ready ->
                new ModelStateJson(ready.service().loaded().id(), follows, null, refused);
            case ModelState.Missing missing -> new ModelStateJson(null, follows, missing.reason(), refused);
        };
    }

    private void check(Context ctx) {
        ApiQuery query = ApiQuery.read(ctx, List.of(ApiParameters.AGAIN));
        ChampionWatch champion = services.champion()
                .orElseThrow(() -> new RequestException(
                        501, "this server serves one model for good; start it without --model to follow the champion"));
        if (query.text("again").orElse("false").equals("true")) {
            champion.retry();
        } else {
            champion.check();
        }
        ctx.json(state());
    }
}
