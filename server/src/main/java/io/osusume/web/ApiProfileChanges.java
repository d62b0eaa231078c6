package io.osusume.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.osusume.imports.ImportException;
import io.osusume.lists.FanList;
import io.osusume.profiles.Acknowledged;
import io.osusume.profiles.Change;
import io.osusume.profiles.ListImport;
import io.osusume.profiles.ProfileContents;
import io.osusume.profiles.ProfileEntry;
import io.osusume.profiles.ProfileToken;
import io.osusume.profiles.UndoResult;
import io.osusume.schema.EnumWords;
import io.osusume.web.ApiOperation.Method;
import io.osusume.web.ProfileJson.ChangedJson;
import io.osusume.web.ProfileJson.ImportedJson;
import io.osusume.web.ProfileJson.UndoneJson;
import java.io.IOException;
import java.util.List;
import java.util.function.LongPredicate;

/// What changes the list of a profile: entries, what a fan says to a title, undoing, whole lists from outside. Each is
/// one change, which takes effect wholly or not at all and can be undone by its number.
final class ApiProfileChanges {
    private static final String ENTRIES = ApiProfiles.PATH + "/entries";
    private static final String ENTRY = ENTRIES + "/{id}";

    private final CurrentModel model;
    private final ProfileDoor door;
    private final Bringing bringing;

    ApiProfileChanges(CurrentModel model, ProfileDoor door, Bringing bringing) {
        this.model = model;
        this.door = door;
        this.bringing = bringing;
    }

    List<ApiOperation> operations() {
        return List.of(
                changing(Method.PUT, ENTRIES, "replaceEntries", "Makes these the list", this::replace)
                        .takes(new ApiBody.JsonArray(ProfileBodies.EntryJson.class)),
                changing(Method.PATCH, ENTRIES, "mergeEntries", "Adds these to the list, or changes them", this::merge)
                        .takes(new ApiBody.JsonArray(ProfileBodies.EntryJson.class)),
                changing(Method.PUT, ENTRY, "putEntry", "Puts a title on the list", this::put)
                        .inPath(ApiParameters.ENTRY_ID)
                        .takes(new ApiBody.Json(ProfileBodies.EntryPutJson.class)),
                changing(Method.PATCH, ENTRY, "changeEntry", "Changes a title of the list", this::patch)
                        .inPath(ApiParameters.ENTRY_ID)
                        .takes(new ApiBody.Json(ProfileBodies.EntryPatchJson.class)),
                changing(Method.DELETE, ENTRY, "removeEntry", "Takes a title off the list", this::remove)
                        .inPath(ApiParameters.ENTRY_ID),
                changing(
                                Method.POST,
                                ApiProfiles.PATH + "/feedback",
                                "feedback",
                                "Says something to a title: seen, not interested, save, free",
                                this::feedback)
                        .takes(new ApiBody.Json(ProfileBodies.FeedbackJson.class))
                        .refuses(422, "No title here has the id"),
                changing(
                                Method.POST,
                                ApiProfiles.PATH + "/changes/{change}/undo",
                                "undo",
                                "Takes a change back, but for what has changed since",
                                this::undo)
                        .inPath(ApiParameters.CHANGE_ID)
                        .answers(ApiAnswer.json(UndoneJson.class))
                        .refuses(409, "It is undone already, or all of it has changed since"),
                changing(
                                Method.POST,
                                ApiProfiles.PATH + "/import",
                                "importList",
                                "Brings a list that MyAnimeList exported",
                                this::importExport)
                        .inQuery(List.of(ApiParameters.HOW))
                        .takes(new ApiBody.Export())
                        .answers(ApiAnswer.json(ImportedJson.class)),
                changing(
                                Method.POST,
                                ApiProfiles.PATH + "/fetch",
                                "fetchList",
                                "Brings a list by user name from AniList, MyAnimeList or Kitsu",
                                this::fetch)
                        .inQuery(List.of(ApiParameters.HOW))
                        .takes(new ApiBody.Json(ProfileBodies.FetchJson.class))
                        .answers(ApiAnswer.json(ImportedJson.class))
                        .refuses(422, "The service has no such user, or the list is private")
                        .refuses(502, "The service does not answer as it should"));
    }

    private static ApiOperation changing(Method method, String path, String id, String summary, Handler handler) {
        return ApiOperation.of(method, path, id, summary, handler)
                .needs(ApiAccess.ONE_PROFILE)
                .answers(ApiAnswer.json(ChangedJson.class));
    }

    private void replace(Context ctx) throws IOException {
        list(ctx, ListImport.REPLACE);
    }

    private void merge(Context ctx) throws IOException {
        list(ctx, ListImport.MERGE);
    }

    private void list(Context ctx, ListImport how) throws IOException {
        ApiQuery.read(ctx, List.of());
        ProfileToken token = door.token(ctx);
        LongPredicate expected = ProfileDoor.expected(ctx, token);
        List<Change.SetEntry> entries = ProfileBodies.entries(ctx);
        answer(ctx, token, door.store().replaceList(token, expected, entries, how));
    }

    private static void answer(Context ctx, ProfileToken token, Acknowledged done) {
        ctx.json(ProfileDoor.changed(ctx, token, done));
    }

    @FunctionalInterface
    private interface Editing {
        Change of(ProfileContents contents);
    }

    private void edit(Context ctx, Editing editing) {
        ApiQuery.read(ctx, List.of());
        ProfileToken token = door.token(ctx);
        answer(ctx, token, door.store().edit(token, ProfileDoor.expected(ctx, token), editing::of));
    }

    private void put(Context ctx) throws IOException {
        Change change = ProfileBodies.entry(ctx, RequestReader.entryId(ctx));
        edit(ctx, _ -> change);
    }

    private void patch(Context ctx) throws IOException {
        long itemId = RequestReader.entryId(ctx);
        ProfileBodies.EntryPatch patch = ProfileBodies.patch(ctx);
        edit(ctx, contents -> patch.of(entry(contents, itemId)));
    }

    private static ProfileEntry entry(ProfileContents contents, long itemId) {
        return contents.entries().stream()
                .filter(entry -> entry.itemId() == itemId)
                .findFirst()
                .orElseThrow(() -> new RequestException(
                        404, "the list has no title with the id " + itemId + "; PUT puts one on it"));
    }

    private void remove(Context ctx) {
        long itemId = RequestReader.entryId(ctx);
        edit(ctx, _ -> new Change.RemoveEntry(itemId));
    }

    private void feedback(Context ctx) throws IOException {
        ProfileBodies.Said said = ProfileBodies.feedback(ctx);
        if (model.service().title(said.itemId()).isEmpty()) {
            throw new RequestException(422, "no title here has the id " + said.itemId());
        }
        edit(ctx, _ -> said.change());
    }

    private void undo(Context ctx) {
        ApiQuery.read(ctx, List.of());
        ProfileToken token = door.token(ctx);
        long change = RequestReader.change(ctx);
        UndoResult result = door.store().undo(token, ProfileDoor.expected(ctx, token), change);
        switch (result) {
            case UndoResult.Undone undone ->
                ctx.json(new UndoneJson(
                        ProfileDoor.changed(ctx, token, undone.acknowledged()),
                        undone.kept().size()));
            case UndoResult.AlreadyUndone() ->
                throw new RequestException(409, "the change " + change + " is undone already");
            case UndoResult.ChangedSince() ->
                throw new RequestException(409, "all that the change " + change + " did has changed since");
            case UndoResult.NotKept() ->
                throw new RequestException(
                        404, "there is no change " + change + ", or it is too long ago to be undone");
        }
    }

    private void importExport(Context ctx) throws IOException {
        ApiQuery query = ApiQuery.read(ctx, List.of(ApiParameters.HOW));
        ProfileToken token = door.open(ctx).token(); // a long body is read only for a profile that is there
        keep(ctx, query, token, bringing.file(() -> RequestReader.export(ctx)));
    }

    private void fetch(Context ctx) throws IOException {
        ApiQuery query = ApiQuery.read(ctx, List.of(ApiParameters.HOW));
        ProfileToken token = door.open(ctx).token(); // and a service is asked only for one
        ProfileBodies.Fetch fetch = ProfileBodies.fetch(ctx);
        try {
            keep(ctx, query, token, bringing.fetched(fetch.service(), fetch.user()));
        } catch (ImportException refused) {
            refused.retryAfter().ifPresent(wait -> ctx.header("Retry-After", Long.toString(wait.toSeconds())));
            throw new RequestException(status(refused), String.valueOf(refused.getMessage()));
        }
    }

    private static int status(ImportException refused) {
        return switch (refused.reason()) {
            case UNKNOWN_USER, PRIVATE_LIST -> 422;
            case NOT_CONFIGURED -> 501;
            case BUSY -> 503;
            case UNREACHABLE, BAD_ANSWER -> 502;
            case TOO_LARGE -> 413;
            case BAD_NAME -> 400;
        };
    }

    private void keep(Context ctx, ApiQuery query, ProfileToken token, FanList list) {
        ImportedList imported = ImportedList.of(list, model.service());
        ListImport how = query.text("how").orElse("").equals(EnumWords.of(ListImport.REPLACE))
                ? ListImport.REPLACE
                : ListImport.MERGE;
        Acknowledged done = door.store().replaceList(token, ProfileDoor.expected(ctx, token), imported.entries(), how);
        ProfileDoor.changed(ctx, token, done);
        ctx.json(ImportedJson.of(done, imported.summary()));
    }
}
