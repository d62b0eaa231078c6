package io.osusume.imports;

import io.osusume.imports.ImportException.Reason;
import io.osusume.lists.FanList;
import io.osusume.lists.FanListBuilder;
import io.osusume.lists.FoundEntry;
import io.osusume.lists.ListException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Public lists at AniList, by its GraphQL query `MediaListCollection`, a chunk of 500 entries a request. Scores are
/// asked for out of 100, whatever scale the user sees; titles AniList knows no MyAnimeList id of are kept by name.
public final class AniListSource implements ListSource {
    private static final String NAME = "AniList";
    private static final int CHUNK = 500;
    private static final String QUERY = """
            query ($userName: String, $chunk: Int, $perChunk: Int) {
              MediaListCollection(userName: $userName, type: ANIME, chunk: $chunk, perChunk: $perChunk) {
                hasNextChunk
                lists {
                  entries {
                    mediaId
                    status
                    score(format: POINT_100)
                    progress
                    media { idMal episodes title { romaji english } }
                  }
                }
              }
            }
            """;
    private static final UserName USER_NAME = new UserName(
            NAME,
            Pattern.compile("(?:https?://)?(?:www\\.)?anilist\\.co/user/([^/?#\\s]+)", Pattern.CASE_INSENSITIVE),
            Pattern.compile("[A-Za-z0-9_-]{2,20}"),
            "2 to 20 letters and digits");

    private final ImportSettings settings;
    private final ServiceClient client;
    private final JsonBody json = new JsonBody(NAME);
    private final Refusals refusals = new Refusals(NAME);

    public AniListSource(ImportSettings settings) {
        this(settings, Timekeeper.system());
    }

    AniListSource(ImportSettings settings, Timekeeper time) {
        this.settings = settings;
        this.client = new ServiceClient(NAME, settings, time);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public FanList fetch(String userName) {
        String user = USER_NAME.in(userName);
        ServiceClient.Visit visit = client.visit();
        FanListBuilder list = new FanListBuilder(settings.limits().maxEntries());
        Set<Long> seen = new HashSet<>();
        try {
            for (int chunk = 1; ; chunk++) {
                Map<String, Object> variables = Map.of("userName", user, "chunk", chunk, "perChunk", CHUNK);
                JsonNode collection = collection(visit.post(settings.baseUrl(), JsonBody.graphQl(QUERY, variables)));
                for (JsonNode group : json.array(collection, "lists")) {
                    for (JsonNode entry : json.array(group, "entries")) {
                        add(entry, list, seen);
                    }
                }
                if (!collection.path("hasNextChunk").asBoolean(false)) {
                    return list.build();
                }
            }
        } catch (ListException tooMany) {
            throw refusals.tooLong(tooMany);
        }
    }

    /// The collection an answer holds. AniList sends its errors as JSON, the status in it as good as that of HTTP.
    private JsonNode collection(ServiceClient.Answer answer) {
        JsonNode root = json.object(answer);
        JsonNode collection = root.path("data").path("MediaListCollection");
        if (answer.status() == 200 && collection.isObject()) {
            return collection;
        }
        JsonNode error = root.path("errors").path(0);
        String message = JsonBody.text(error, "message").toLowerCase(Locale.ROOT);
        int status = JsonBody.smallNumber(error, "status");
        status = status == 0 ? answer.status() : status;
        if (message.contains("private")) {
            throw refusals.privateList();
        } else if (message.contains("disabled") || message.contains("maintenance")) {
            throw new ImportException(
                    Reason.UNREACHABLE,
                    NAME + " has closed its interface for now; try again later, or " + ImportException.REMEDY);
        }
        throw switch (status) {
            case 404 -> refusals.unknownUser();
            case 403 -> refusals.privateList();
            case 200 -> json.lacking("MediaListCollection");
            default -> json.unexpected(status);
        };
    }

    /// Adds an entry, once: one that is in lists the user made stands in each of them.
    private static void add(JsonNode entry, FanListBuilder list, Set<Long> seen) {
        if (!seen.add(JsonBody.number(entry, "mediaId"))) {
            return;
        }
        JsonNode media = entry.path("media");
        String romaji = JsonBody.text(media.path("title"), "romaji");
        String title = romaji.isEmpty() ? JsonBody.text(media.path("title"), "english") : romaji;
        list.add(new FoundEntry(
                title.isEmpty() ? "an entry without a title" : title,
                JsonBody.number(media, "idMal"),
                title,
                JsonBody.real(entry, "score") / 10,
                JsonBody.text(entry, "status"),
                JsonBody.smallNumber(entry, "progress"),
                JsonBody.smallNumber(media, "episodes")));
    }
}
