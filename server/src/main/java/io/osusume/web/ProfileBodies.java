package io.osusume.web;

import io.javalin.http.Context;
import io.osusume.profiles.Change;
import io.osusume.profiles.EntryStatus;
import io.osusume.profiles.ProfileEntry;
import io.osusume.profiles.TitleLanguage;
import io.osusume.schema.EnumWords;
import io.osusume.schema.Says;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the bodies of requests about a profile say: their shapes, and what is made of them.
final class ProfileBodies {
    private static final Set<String> ENTRY = Set.of("status", "score");
    private static final int USER_NAME = 200;

    private ProfileBodies() {}

    /// What a fan says to a title.
    enum DeedWord {
        SEEN(Done.Deed.SEEN),
        NOT_INTERESTED(Done.Deed.NOT_INTERESTED),
        SAVE(Done.Deed.SAVED),
        FREE(Done.Deed.FREED);

        private final Done.Deed deed;

        DeedWord(Done.Deed deed) {
            this.deed = deed;
        }
    }

    record EntryPutJson(
            @Says(value = "How far the fan has got; absent: watched", words = EntryStatus.class) @Nullable
            String status,

            @Says(value = "What the fan gives it; absent, null or 0: nothing", least = 0, most = 10, orNull = true)
            @Nullable
            Integer score) {}

    record EntryPatchJson(
            @Says(value = "How far the fan has got; absent: as before", words = EntryStatus.class) @Nullable
            String status,

            @Says(
                    value = "What the fan gives it; absent: as before, null or 0: nothing",
                    least = 0,
                    most = 10,
                    orNull = true)
            @Nullable
            Integer score) {}

    record EntryJson(
            @Says(value = "MyAnimeList id", least = 1, most = ApiParameters.MOST_ID, example = "5114")
            long itemId,

            @Says(value = "How far the fan has got; absent: watched", words = EntryStatus.class) @Nullable
            String status,

            @Says(value = "What the fan gives it; absent, null or 0: nothing", least = 0, most = 10, orNull = true)
            @Nullable
            Integer score) {}

    record SettingsPatchJson(
            @Says(value = "The language of displayName; absent: as before", words = TitleLanguage.class) @Nullable
            String names,

            @Says("Whether titles for adults may come; absent: as before") @Nullable
            Boolean adult,

            @Says("Whether planned titles may come; absent: as before") @Nullable
            Boolean planned) {}

    record FeedbackJson(
            @Says(value = "MyAnimeList id of a title known here", least = 1, example = "5114")
            long itemId,

            @Says(
                    value = "seen: it is on the list; not-interested: it does not come, and what is like it stands"
                            + " lower; save: it does not come meanwhile; free: it may come again",
                    words = DeedWord.class)
            String deed,

            @Says(
                    value = "What the fan gives what is seen; absent, null or 0: nothing",
                    least = 0,
                    most = 10,
                    orNull = true)
            @Nullable
            Integer score) {}

    record FetchJson(
            @Says(value = "Where the list is: AniList, MyAnimeList or Kitsu", example = "\"AniList\"")
            String service,

            @Says(value = "The name of the user there, who is not stored", example = "\"somebody\"")
            String user) {}

    /// What a title of the list becomes, whatever it was.
    static Change.SetEntry entry(Context ctx, long itemId) throws IOException {
        return entry(BodyFields.object(ctx, ENTRY), itemId);
    }

    private static Change.SetEntry entry(BodyFields body, long itemId) {
        return new Change.SetEntry(
                itemId, body.word("status", EntryStatus.class).orElse(EntryStatus.WATCHED), body.score("score"));
    }

    /// Titles and what they become.
    static List<Change.SetEntry> entries(Context ctx) throws IOException {
        return BodyFields.array(ctx, ListBodyParser.MAX_ITEMS, Set.of("itemId", "status", "score")).stream()
                .map(body -> entry(body, body.itemId("itemId")))
                .toList();
    }

    /// What is to change of an entry.
    ///
    /// @param status null for as before
    /// @param score null for as before
    record EntryPatch(
            @Nullable EntryStatus status, @Nullable Integer score) {
        /// What an entry becomes.
        Change of(ProfileEntry entry) {
            return new Change.SetEntry(
                    entry.itemId(), status == null ? entry.status() : status, score == null ? entry.score() : score);
        }
    }

    static EntryPatch patch(Context ctx) throws IOException {
        BodyFields body = BodyFields.object(ctx, ENTRY);
        return new EntryPatch(
                body.word("status", EntryStatus.class).orElse(null), body.has("score") ? body.score("score") : null);
    }

    /// What is to be chosen for good.
    static Change settings(Context ctx) throws IOException {
        BodyFields body = BodyFields.object(ctx, Set.of("names", "adult", "planned"));
        List<Change> changes = new ArrayList<>();
        Optional<TitleLanguage> names = body.word("names", TitleLanguage.class);
        names.ifPresent(language -> changes.add(new Change.ChooseTitleLanguage(language)));
        if (body.has("adult")) {
            changes.add(new Change.AllowAdult(body.truth("adult")));
        }
        if (body.has("planned")) {
            changes.add(new Change.SetPreference(StoredFan.PLANNED, body.truth("planned") ? "true" : ""));
        }
        return new Change.Several(changes);
    }

    /// What a fan says to a title.
    record Said(long itemId, Change change) {}

    static Said feedback(Context ctx) throws IOException {
        BodyFields body = BodyFields.object(ctx, Set.of("itemId", "deed", "score"));
        long itemId = body.itemId("itemId");
        DeedWord word = body.word("deed", DeedWord.class)
                .orElseThrow(() ->
                        body.wrong("deed", "must be one of " + String.join(", ", EnumWords.all(DeedWord.class))));
        return new Said(itemId, word.deed.change(itemId, body.score("score")).orElseThrow());
    }

    /// A list at a service.
    record Fetch(String service, String user) {}

    static Fetch fetch(Context ctx) throws IOException {
        BodyFields body = BodyFields.object(ctx, Set.of("service", "user"));
        return new Fetch(body.text("service", USER_NAME), body.text("user", USER_NAME));
    }
}
