package io.osusume.web;

import io.javalin.http.Context;
import io.osusume.data.NameLanguage;
import io.osusume.data.Title;
import io.osusume.model.rerank.FranchiseRule;
import io.osusume.recommend.FranchisePart;
import io.osusume.recommend.RecommendationService;
import io.osusume.web.ApiJson.ControlsJson;
import io.osusume.web.ApiJson.ModelJson;
import io.osusume.web.ApiJson.RankedJson;
import io.osusume.web.ApiJson.SearchJson;
import io.osusume.web.ApiJson.SimilarJson;
import io.osusume.web.ApiJson.TitleFactsJson;
import io.osusume.web.ApiJson.TitleJson;
import io.osusume.web.ApiJson.UserJson;
import io.osusume.web.ApiJson.WordJson;
import java.util.Arrays;
import java.util.List;

/// What the API answers without a fan's list: the same for everybody.
final class ApiFacts {
    private static final int SIMILAR = 10;

    private final CurrentModel model;

    ApiFacts(CurrentModel model) {
        this.model = model;
    }

    List<ApiOperation> operations() {
        return List.of(
                ApiOperation.get("/api/v1/search", "search", "Titles by name", SearchJson.class, this::search)
                        .inQuery(searchParameters()),
                ApiOperation.get(
                                "/api/v1/titles/{id}",
                                "title",
                                "The facts of a title and its franchise",
                                TitleFactsJson.class,
                                this::title)
                        .inPath(ApiParameters.ITEM_ID)
                        .inQuery(List.of(ApiParameters.NAMES))
                        .refuses(404, "No title has the id"),
                ApiOperation.get(
                                "/api/v1/titles/{id}/similar",
                                "similar",
                                "The titles most like one",
                                SimilarJson.class,
                                this::similar)
                        .inPath(ApiParameters.ITEM_ID)
                        .inQuery(similarParameters())
                        .refuses(404, "The model does not know the title")
                        .refuses(501, "The model does not know which titles are alike"),
                ApiOperation.get(
                                "/api/v1/users/{id}/recommendations",
                                "recommendForUser",
                                "Recommendations for a user of the training data",
                                UserJson.class,
                                this::user)
                        .inPath(ApiParameters.USER_ID)
                        .inQuery(userParameters())
                        .refuses(404, "The training data has no such user"),
                ApiOperation.get(
                        "/api/v1/controls",
                        "controls",
                        "The words the filters know",
                        ControlsJson.class,
                        this::controls),
                ApiOperation.get(
                        "/api/v1/model", "model", "The model that answers now", ModelJson.class, this::describe));
    }

    private static List<ApiParameter> searchParameters() {
        return List.of(ApiParameters.QUERY, ApiParameters.n(ApiParameters.USUAL_HITS), ApiParameters.NAMES);
    }

    private static List<ApiParameter> similarParameters() {
        return List.of(ApiParameters.n(SIMILAR), ApiParameters.NAMES);
    }

    private static List<ApiParameter> userParameters() {
        return List.of(ApiParameters.n(ApiParameters.USUAL_N), ApiParameters.NAMES);
    }

    private void search(Context ctx) {
        ApiQuery query = ApiQuery.read(ctx, searchParameters());
        String text = query.text("q").orElseThrow();
        List<Title> found = model.service().search().search(text, query.whole("n", ApiParameters.USUAL_HITS));
        ctx.json(new SearchJson(text, TitleJson.of(found, query.names())));
    }

    private void title(Context ctx) {
        NameLanguage names = ApiQuery.read(ctx, List.of(ApiParameters.NAMES)).names();
        RecommendationService service = model.service();
        long itemId = RequestReader.itemId(ctx);
        Title title = service.title(itemId)
                .orElseThrow(() -> new RequestException(404, "no title here has the id " + itemId));
        List<Title> franchise =
                service.franchise(itemId).stream().map(FranchisePart::title).toList();
        ctx.json(TitleFactsJson.of(title, franchise, names));
    }

    private void similar(Context ctx) {
        ApiQuery query = ApiQuery.read(ctx, similarParameters());
        RecommendationService service = model.service();
        long itemId = RequestReader.itemId(ctx);
        ctx.json(new SimilarJson(
                service.loaded().id(),
                itemId,
                RankedJson.of(service.similar(itemId, query.whole("n", SIMILAR)), query.names())));
    }

    private void user(Context ctx) {
        ApiQuery query = ApiQuery.read(ctx, userParameters());
        RecommendationService service = model.service();
        long userId = RequestReader.userId(ctx);
        ctx.json(new UserJson(
                service.loaded().id(),
                userId,
                RankedJson.of(
                        service.recommendForUser(userId, query.whole("n", ApiParameters.USUAL_N)), query.names())));
    }

    private void controls(Context ctx) {
        ApiQuery.read(ctx, List.of());
        ControlWords words = ControlWords.of(model.service());
        ctx.json(new ControlsJson(
                List.copyOf(words.genres()),
                List.copyOf(words.sources()),
                ControlWords.TYPES.stream()
                        .map(type -> new WordJson(ControlWords.word(type), type.label()))
                        .toList(),
                ControlWords.AGES.stream()
                        .map(age -> new WordJson(ControlWords.word(age), age.label()))
                        .toList(),
                Arrays.stream(FranchiseRule.values()).map(FranchiseRule::word).toList(),
                Arrays.stream(NameLanguage.values()).map(NameLanguage::word).toList()));
    }

    private void describe(Context ctx) {
        ApiQuery.read(ctx, List.of());
        ctx.json(ModelJson.of(model.service()));
    }
}
