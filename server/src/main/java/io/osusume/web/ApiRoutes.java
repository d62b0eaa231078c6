package io.osusume.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.osusume.lists.FanList;
import io.osusume.recommend.Ask;
import io.osusume.recommend.Exclusion;
import io.osusume.recommend.RecommendationService;
import io.osusume.web.ApiJson.ModelJson;
import io.osusume.web.ApiJson.RankedJson;
import io.osusume.web.ApiJson.RecommendationsJson;
import io.osusume.web.ApiJson.SearchJson;
import io.osusume.web.ApiJson.SimilarJson;
import io.osusume.web.ApiJson.TitleJson;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// The JSON API, version 1, and the health routes.
final class ApiRoutes {
    private static final int DEFAULT_N = 20;

    private final CurrentModel model;

    ApiRoutes(CurrentModel model) {
        this.model = model;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/search", this::search);
        routes.post("/api/v1/recommendations", this::recommendations);
        routes.get("/api/v1/titles/{id}/similar", this::similar);
        routes.get("/api/v1/model", ctx -> ctx.json(ModelJson.of(model.service())));
        routes.get("/health/live", ctx -> ctx.json(Map.of("status", "up")));
        routes.get("/health/ready", ctx -> {
            String id = model.service().loaded().id();
            ctx.json(Map.of("status", "ready", "model", id));
        });
    }

    private void search(Context ctx) {
        String query = ctx.queryParam("q");
        if (query == null) {
            throw new RequestException(400, "the parameter q is missing: the letters to search for");
        }
        int n = RequestReader.n(ctx, 10);
        ctx.json(new SearchJson(
                query,
                model.service().search().search(query, n).stream()
                        .map(TitleJson::of)
                        .toList()));
    }

    private void recommendations(Context ctx) throws IOException {
        RecommendationService service = model.service();
        int n = RequestReader.n(ctx, DEFAULT_N);
        boolean adult = RequestReader.adult(ctx);
        String type = String.valueOf(ctx.contentType());
        if (type.startsWith("application/json")) {
            Ask ask = RequestReader.ask(RequestReader.ratedItems(ctx), excluded(ctx), adult, n);
            ctx.json(RecommendationsJson.of(service.loaded().id(), null, service.recommend(ask)));
        } else if (isList(ctx, type)) {
            FanList list = RequestReader.list(ctx);
            Ask ask = RequestReader.ask(list, adult, n);
            ctx.json(RecommendationsJson.of(service.loaded().id(), list, service.recommend(ask)));
        } else {
            throw new RequestException(
                    415,
                    "the body must be application/json, application/xml, application/gzip or multipart/form-data, was "
                            + (ctx.contentType() == null ? "of no type" : type));
        }
    }

    private static boolean isList(Context ctx, String type) {
        return ctx.isMultipartFormData()
                || type.startsWith("application/xml")
                || type.startsWith("text/xml")
                || type.startsWith("application/gzip")
                || type.startsWith("application/x-gzip");
    }

    private static Map<Long, Exclusion> excluded(Context ctx) {
        Map<Long, Exclusion> excluded = new HashMap<>();
        for (String text : ctx.queryParams("exclude")) {
            if (!text.matches("\\d{1,10}")) {
                throw new RequestException(400, "exclude must be the id of a title, was '" + text + "'");
            }
            excluded.put(Long.parseLong(text), Exclusion.SAVED);
        }
        return excluded;
    }

    private void similar(Context ctx) {
        RecommendationService service = model.service();
        long itemId = RequestReader.itemId(ctx);
        ctx.json(new SimilarJson(
                service.loaded().id(), itemId, RankedJson.of(service.similar(itemId, RequestReader.n(ctx, 10)))));
    }
}
