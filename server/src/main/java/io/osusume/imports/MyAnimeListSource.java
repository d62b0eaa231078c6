package io.osusume.imports;

import io.osusume.imports.ImportException.Reason;
import io.osusume.lists.FanList;
import io.osusume.lists.FanListBuilder;
import io.osusume.lists.FoundEntry;
import io.osusume.lists.ListException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Public lists at MyAnimeList, by its API v2, 1,000 entries a request. It asks for a client id, which anyone with an
/// account there can have.
public final class MyAnimeListSource implements ListSource {
    private static final String NAME = "MyAnimeList";
    private static final UserName USER_NAME = new UserName(
            NAME,
            Pattern.compile(
                    "(?:https?://)?(?:www\\.)?myanimelist\\.net/(?:profile|animelist)/([^/?#\\s]+)",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile("[A-Za-z0-9_-]{2,16}"),
            "2 to 16 letters, digits, - and _");

    private final ImportSettings settings;
    private final ServiceClient client;
    private final JsonBody json = new JsonBody(NAME);
    private final Refusals refusals = new Refusals(NAME);

    public MyAnimeListSource(ImportSettings settings) {
        this(settings, Timekeeper.system());
    }

    MyAnimeListSource(ImportSettings settings, Timekeeper time) {
        this.settings = settings;
        this.client = new ServiceClient(NAME, settings, time);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isConfigured() {
        return !settings.clientId().isEmpty();
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public FanList fetch(String userName) {
        if (!isConfigured()) {
            throw new ImportException(
                    Reason.NOT_CONFIGURED,
                    NAME + " gives lists only to servers with a client id, and this one has none; "
                            + ImportException.REMEDY);
        }
        URI page = client.address(
                "/users/" + USER_NAME.in(userName) + "/animelist?fields=list_status,num_episodes&limit=1000&nsfw=true");
        ServiceClient.Visit visit = client.visit();
        FanListBuilder list = new FanListBuilder(settings.limits().maxEntries());
        try {
            while (true) {
                JsonNode root = page(visit.get(page, Map.of("X-MAL-CLIENT-ID", settings.clientId())));
                for (JsonNode entry : json.array(root, "data")) {
                    add(entry, list);
                }
                String next = JsonBody.text(root.path("paging"), "next");
                if (next.isEmpty()) {
                    return list.build();
                }
                page = client.next(next);
            }
        } catch (ListException tooMany) {
            throw refusals.tooLong(tooMany);
        }
    }

    private JsonNode page(ServiceClient.Answer answer) {
        if (answer.status() == 200) {
            return json.object(answer);
        }
        String message = JsonBody.text(json.object(answer), "message").toLowerCase(Locale.ROOT);
        boolean aboutClient = answer.status() == 401 || (answer.status() == 400 && message.contains("client"));
        if (aboutClient) {
            throw new ImportException(
                    Reason.NOT_CONFIGURED,
                    NAME + " does not take this server's client id (status " + answer.status() + "); "
                            + ImportException.REMEDY);
        }
        throw switch (answer.status()) {
            case 404 -> refusals.unknownUser();
            case 403 -> refusals.privateList();
            default -> json.unexpected(answer.status());
        };
    }

    private static void add(JsonNode entry, FanListBuilder list) {
        JsonNode node = entry.path("node");
        JsonNode status = entry.path("list_status");
        String title = JsonBody.text(node, "title");
        boolean again = status.path("is_rewatching").asBoolean(false);
        list.add(new FoundEntry(
                title.isEmpty() ? "an entry without a title" : title,
                JsonBody.number(node, "id"),
                title,
                JsonBody.real(status, "score"),
                again ? "rewatching" : JsonBody.text(status, "status"),
                JsonBody.smallNumber(status, "num_episodes_watched"),
                JsonBody.smallNumber(node, "num_episodes")));
    }
}
