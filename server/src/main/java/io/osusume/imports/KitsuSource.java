package io.osusume.imports;

import io.osusume.lists.FanList;
import io.osusume.lists.FanListBuilder;
import io.osusume.lists.FoundEntry;
import io.osusume.lists.ListException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Public libraries at Kitsu, by its JSON:API, 500 entries a request with their titles and the ids these have at other
/// sites. Entries a user keeps private are not among them; titles without a MyAnimeList id are kept by name.
public final class KitsuSource implements ListSource {
    private static final String NAME = "Kitsu";
    private static final int PAGE = 500;
    private static final String MAL_SITE = "myanimelist/anime";
    private static final Map<String, String> HEADERS = Map.of("Accept", "application/vnd.api+json");
    private static final UserName USER_NAME = new UserName(
            NAME,
            Pattern.compile("(?:https?://)?(?:www\\.)?kitsu\\.(?:app|io)/users/([^/?#\\s]+)", Pattern.CASE_INSENSITIVE),
            Pattern.compile("[\\p{L}\\p{N}_.-]([\\p{L}\\p{M}\\p{N} _.-]{0,28}[\\p{L}\\p{M}\\p{N}_.-])?"),
            "1 to 30 letters, digits, spaces, ., - and _");

    private final ImportSettings settings;
    private final ServiceClient client;
    private final JsonBody json = new JsonBody(NAME);
    private final Refusals refusals = new Refusals(NAME);

    public KitsuSource(ImportSettings settings) {
        this(settings, Timekeeper.system());
    }

    KitsuSource(ImportSettings settings, Timekeeper time) {
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
        String userId = userId(visit, user);
        FanListBuilder list = new FanListBuilder(settings.limits().maxEntries());
        try {
            for (int offset = 0; ; ) {
                JsonNode root = page(visit.get(library(userId, offset), HEADERS));
                JsonNode entries = json.array(root, "data");
                Map<String, JsonNode> included = included(root);
                for (JsonNode entry : entries) {
                    add(entry, included, list);
                }
                offset += entries.size();
                if (entries.isEmpty()
                        || JsonBody.text(root.path("links"), "next").isEmpty()) {
                    return list.build();
                }
            }
        } catch (ListException tooMany) {
            throw refusals.tooLong(tooMany);
        }
    }

    /// The id of a user, who is known by the word in the page's address or by the name on it.
    private String userId(ServiceClient.Visit visit, String user) {
        for (String filter : List.of("slug", "name")) {
            URI users = client.address("/users?" + parameter("filter[" + filter + "]", user) + "&"
                    + parameter("fields[users]", "slug,name"));
            for (JsonNode found : json.array(page(visit.get(users, HEADERS)), "data")) {
                String id = JsonBody.text(found, "id");
                boolean same = user.equalsIgnoreCase(JsonBody.text(found.path("attributes"), filter));
                if (same && id.matches("\\d{1,18}")) {
                    return id;
                }
            }
        }
        throw refusals.unknownUser();
    }

    private URI library(String userId, int offset) {
        return client.address("/library-entries?" + parameter("filter[userId]", userId) + "&"
                + parameter("filter[kind]", "anime") + "&" + parameter("include", "anime,anime.mappings") + "&"
                + parameter("fields[libraryEntries]", "status,progress,ratingTwenty,anime") + "&"
                + parameter("fields[anime]", "canonicalTitle,episodeCount,mappings") + "&"
                + parameter("fields[mappings]", "externalSite,externalId") + "&"
                + parameter("page[limit]", Integer.toString(PAGE)) + "&"
                + parameter("page[offset]", Integer.toString(offset)));
    }

    private static String parameter(String name, String text) {
        return encoded(name) + "=" + encoded(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private JsonNode page(ServiceClient.Answer answer) {
        if (answer.status() == 200) {
            return json.object(answer);
        }
        throw switch (answer.status()) {
            case 401, 403 -> refusals.privateList();
            case 404 -> refusals.unknownUser();
            default -> json.unexpected(answer.status());
        };
    }

    /// What came along with the entries, by kind and id.
    private static Map<String, JsonNode> included(JsonNode root) {
        Map<String, JsonNode> included = new HashMap<>();
        for (JsonNode resource : root.path("included")) {
            included.put(key(resource), resource);
        }
        return included;
    }

    private static String key(JsonNode resource) {
        return JsonBody.text(resource, "type") + "/" + JsonBody.text(resource, "id");
    }

    private static void add(JsonNode entry, Map<String, JsonNode> included, FanListBuilder list) {
        JsonNode attributes = entry.path("attributes");
        JsonNode related = entry.path("relationships").path("anime").path("data");
        JsonNode anime = included.getOrDefault(key(related), entry.path("no such field"));
        String title = JsonBody.text(anime.path("attributes"), "canonicalTitle");
        list.add(new FoundEntry(
                title.isEmpty() ? "an entry without a title" : title,
                malId(anime, included),
                title,
                JsonBody.real(attributes, "ratingTwenty") / 2,
                JsonBody.text(attributes, "status"),
                JsonBody.smallNumber(attributes, "progress"),
                JsonBody.smallNumber(anime.path("attributes"), "episodeCount")));
    }

    /// The MyAnimeList id among the ids a title has at other sites, 0 if there is none.
    private static long malId(JsonNode anime, Map<String, JsonNode> included) {
        for (JsonNode reference : anime.path("relationships").path("mappings").path("data")) {
            JsonNode mapping = included.get(key(reference));
            if (mapping != null && MAL_SITE.equals(JsonBody.text(mapping.path("attributes"), "externalSite"))) {
                String id = JsonBody.text(mapping.path("attributes"), "externalId");
                if (id.matches("\\d{1,9}")) {
                    return Long.parseLong(id);
                }
            }
        }
        return 0;
    }
}
