package io.osusume.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.osusume.profiles.Change;
import io.osusume.profiles.ProfileToken;
import io.osusume.recommend.RecommendationService;
import io.osusume.web.ListJson.RecommendationsJson;
import io.osusume.web.ListJson.WhyNotJson;
import io.osusume.web.ProfileJson.ChangedJson;
import io.osusume.web.ProfileJson.NewProfileJson;
import io.osusume.web.ProfileJson.StoredProfileJson;
import java.io.IOException;
import java.util.List;
import java.util.function.LongPredicate;

/// What the API does with a profile as a whole: makes it, shows it, recommends for it, gives it to take along, forgets
/// it.
final class ApiProfiles {
    /// Where the one profile of a request is.
    static final String PATH = "/api/v1/profile";

    private final CurrentModel model;
    private final ProfileDoor door;

    ApiProfiles(CurrentModel model, ProfileDoor door) {
        this.model = model;
        this.door = door;
    }

    List<ApiOperation> operations() {
        return List.of(
                ApiOperation.of(ApiOperation.Method.POST, PATH, "createProfile", "Makes an empty profile", this::create)
                        .needs(ApiAccess.NEW_PROFILE)
                        .answers(ApiAnswer.created(NewProfileJson.class)),
                reading("", "profile", "All that is stored of a profile, but for its history", this::read)
                        .answers(ApiAnswer.json(StoredProfileJson.class)),
                ApiOperation.of(
                                ApiOperation.Method.PATCH,
                                PATH,
                                "changeSettings",
                                "Chooses for good: language of names, adult titles, planned titles",
                                this::settings)
                        .needs(ApiAccess.ONE_PROFILE)
                        .takes(new ApiBody.Json(ProfileBodies.SettingsPatchJson.class))
                        .answers(ApiAnswer.json(ChangedJson.class)),
                ApiOperation.of(
                                ApiOperation.Method.DELETE,
                                PATH,
                                "forgetProfile",
                                "Deletes a profile and all that belongs to it",
                                this::forget)
                        .needs(ApiAccess.ONE_PROFILE)
                        .answers(ApiAnswer.nothing()),
                reading("/export", "exportProfile", "A profile as JSON to take along", this::export)
                        .answers(ApiAnswer.json(ExportJson.class)),
                reading("/animelist.xml", "exportList", "The list as MyAnimeList imports it", this::animeList)
                        .answers(ApiAnswer.file(StoredExport.TYPE)),
                reading(
                                "/recommendations",
                                "recommendForProfile",
                                "The best titles for a profile, with reasons",
                                this::recommendations)
                        .inQuery(ApiParameters.RECOMMENDATIONS_OF_PROFILE)
                        .answers(ApiAnswer.json(RecommendationsJson.class))
                        .refuses(410, "The cursor belongs to a model that no longer answers")
                        .refuses(422, "The list has no watched title that the model knows"),
                reading(
                                "/titles/{id}/why-not",
                                "whyNotForProfile",
                                "Why a title is not recommended for a profile, and what would bring it up",
                                this::whyNot)
                        .inPath(ApiParameters.ITEM_ID)
                        .inQuery(ApiParameters.WHY_NOT_OF_PROFILE)
                        .answers(ApiAnswer.json(WhyNotJson.class))
                        .refuses(422, "The list has no watched title that the model knows"));
    }

    private static ApiOperation reading(String path, String id, String summary, Handler handler) {
        return ApiOperation.of(ApiOperation.Method.GET, PATH + path, id, summary, handler)
                .needs(ApiAccess.ONE_PROFILE);
    }

    private void create(Context ctx) {
        ApiQuery.read(ctx, List.of());
        ProfileToken token = door.store().create();
        ProfileDoor.known(ctx, token, 0);
        ctx.status(201).header("Location", PATH).json(new NewProfileJson(token.text(), 0));
    }

    private void read(Context ctx) {
        ApiQuery.read(ctx, List.of());
        StoredFan fan = door.open(ctx);
        if (ProfileDoor.known(ctx, fan.token(), fan.contents().version())) {
            ctx.status(304);
        } else {
            ctx.json(StoredProfileJson.of(fan.contents()));
        }
    }

    private void settings(Context ctx) throws IOException {
        ApiQuery.read(ctx, List.of());
        ProfileToken token = door.token(ctx);
        LongPredicate expected = ProfileDoor.expected(ctx, token);
        Change change = ProfileBodies.settings(ctx);
        ctx.json(ProfileDoor.changed(ctx, token, door.store().edit(token, expected, _ -> change)));
    }

    private void forget(Context ctx) {
        ApiQuery.read(ctx, List.of());
        ProfileToken token = door.token(ctx);
        door.store().forget(token, ProfileDoor.expected(ctx, token));
        ctx.status(204);
    }

    private void export(Context ctx) {
        ApiQuery.read(ctx, List.of());
        StoredFan fan = door.open(ctx);
        ctx.header("Content-Disposition", "attachment; filename=\"osusume.json\"");
        ctx.json(ExportJson.of(fan.contents(), door.store().conversations().turns(fan.token())));
    }

    private void animeList(Context ctx) throws IOException {
        ApiQuery.read(ctx, List.of());
        StoredFan fan = door.open(ctx);
        byte[] export = StoredExport.of(fan.contents(), model.service());
        ctx.header("Content-Disposition", "attachment; filename=\"animelist.xml\"");
        ctx.contentType(StoredExport.CONTENT_TYPE).result(export);
    }

    private void recommendations(Context ctx) {
        RecommendationService service = model.service();
        ApiQuery query = ApiQuery.read(ctx, ApiParameters.RECOMMENDATIONS_OF_PROFILE);
        StoredFan fan = door.open(ctx);
        ctx.json(ApiLists.recommend(service, query, query.controls(service, fan.usual()), fan.body()));
    }

    private void whyNot(Context ctx) {
        RecommendationService service = model.service();
        ApiQuery query = ApiQuery.read(ctx, ApiParameters.WHY_NOT_OF_PROFILE);
        long itemId = RequestReader.itemId(ctx);
        StoredFan fan = door.open(ctx);
        ctx.json(ApiLists.whyNot(service, query, query.controls(service, fan.usual()), fan.body(), itemId));
    }
}
