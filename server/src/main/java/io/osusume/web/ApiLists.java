package io.osusume.web;

import io.javalin.http.Context;
import io.osusume.data.NameLanguage;
import io.osusume.recommend.Ask;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.Recommendations;
import io.osusume.recommend.SimilarFans;
import io.osusume.schema.EnumWords;
import io.osusume.web.FansJson.SimilarUsersJson;
import io.osusume.web.ListJson.CardJson;
import io.osusume.web.ListJson.ConfidenceJson;
import io.osusume.web.ListJson.ImportJson;
import io.osusume.web.ListJson.RecommendationsJson;
import io.osusume.web.ListJson.WhyNotJson;
import java.io.IOException;
import java.util.List;

/// What the API answers to a list in the request; nothing of it is kept.
final class ApiLists {
    private final CurrentModel model;

    ApiLists(CurrentModel model) {
        this.model = model;
    }

    List<ApiOperation> operations() {
        return List.of(
                ApiOperation.post(
                                "/api/v1/recommendations",
                                "recommend",
                                "The best titles for a list, with reasons",
                                RecommendationsJson.class,
                                this::recommendations)
                        .inQuery(ApiParameters.RECOMMENDATIONS)
                        .refuses(410, "The cursor belongs to a model that no longer answers")
                        .refuses(501, "The model serves no lists"),
                ApiOperation.post(
                                "/api/v1/titles/{id}/why-not",
                                "whyNot",
                                "Why a title is not recommended for a list, where it stands, and what would bring it up",
                                WhyNotJson.class,
                                this::whyNot)
                        .inPath(ApiParameters.ITEM_ID)
                        .inQuery(ApiParameters.WHY_NOT)
                        .refuses(404, "No title has the id")
                        .refuses(501, "The model serves no lists"),
                ApiOperation.post(
                                "/api/v1/similar-users",
                                "similarUsers",
                                "The users of the training data most like a list, nameless, and what they love that it lacks",
                                SimilarUsersJson.class,
                                this::similarUsers)
                        .inQuery(ApiParameters.SIMILAR_USERS)
                        .refuses(501, "The model version keeps no lists, or the model serves none"));
    }

    private void recommendations(Context ctx) throws IOException {
        RecommendationService service = model.service();
        ApiQuery query = ApiQuery.read(ctx, ApiParameters.RECOMMENDATIONS);
        Controls controls = query.controls(service);
        ctx.json(recommend(service, query, controls, RequestReader.listBody(ctx)));
    }

    /// The answer for a list.
    ///
    /// @param query of a request with the parameters [ApiParameters#RECOMMENDATIONS]
    static RecommendationsJson recommend(
            RecommendationService service, ApiQuery query, Controls controls, ListBody body) {
        String id = service.loaded().id();
        int n = query.whole("n", ApiParameters.USUAL_N);
        int skip = query.text("cursor").map(text -> Cursor.skip(text, id)).orElse(0);
        ListBody list = body.without(query.ids("exclude"));
        Ask ask = controls.ask(list.watched(), list.excluded(), query.whole("reasons", 0))
                .page(Math.min(skip, service.loaded().items().size()), n);
        Recommendations given = service.recommend(ask);
        int reasonTitles = query.whole("reason-titles", ApiParameters.USUAL_REASON_TITLES);
        NameLanguage names = controls.names();
        String advice = given.confidence().advice();
        return new RecommendationsJson(
                id,
                list.export() == null ? null : ImportJson.of(list.export()),
                given.matched(),
                given.notMatched(),
                new ConfidenceJson(EnumWords.of(given.confidence().level()), advice.isEmpty() ? null : advice),
                given.cards().stream()
                        .map(card -> CardJson.of(card, reasonTitles, names))
                        .toList(),
                given.more() ? new Cursor(skip + n, id).text() : null);
    }

    private void similarUsers(Context ctx) throws IOException {
        RecommendationService service = model.service();
        ApiQuery query = ApiQuery.read(ctx, ApiParameters.SIMILAR_USERS);
        Controls controls = query.controls(service);
        ListBody list = RequestReader.listBody(ctx).without(query.ids("exclude"));
        Ask ask =
                controls.ask(list.watched(), list.excluded(), 0).page(0, query.whole("titles", ApiParameters.USUAL_N));
        SimilarFans fans = service.similarFans(ask, query.whole("n", ApiParameters.USUAL_USERS))
                .orElseThrow(() -> new RequestException(
                        501, "model version " + service.loaded().id() + " keeps no lists to find users in"));
        ctx.json(SimilarUsersJson.of(service.loaded().id(), fans, controls.names()));
    }

    private void whyNot(Context ctx) throws IOException {
        RecommendationService service = model.service();
        ApiQuery query = ApiQuery.read(ctx, ApiParameters.WHY_NOT);
        Controls controls = query.controls(service);
        long itemId = RequestReader.itemId(ctx);
        ctx.json(whyNot(service, query, controls, RequestReader.listBody(ctx), itemId));
    }

    /// Why a title is not recommended for a list.
    ///
    /// @param query of a request with the parameters [ApiParameters#WHY_NOT]
    static WhyNotJson whyNot(
            RecommendationService service, ApiQuery query, Controls controls, ListBody body, long itemId) {
        ListBody list = body.without(query.ids("exclude"));
        return WhyNotJson.of(
                service.loaded().id(),
                service.whyNot(controls.ask(list.watched(), list.excluded(), 0), itemId),
                query.whole("reason-titles", ApiParameters.USUAL_REASON_TITLES),
                controls.names());
    }
}
