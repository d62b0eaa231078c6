package io.osusume.imports;

import io.osusume.imports.FakeService.Reply;
import io.osusume.imports.FakeService.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Kitsu's JSON:API: user 42, whose page is `mika-chan` and whose name is `Mika Chan`, nobody else.
final class FakeKitsu {
    private final List<Entry> entries;

    FakeKitsu(List<Entry> entries) {
        this.entries = entries;
    }

    /// An entry of the library and its title.
    ///
    /// @param malId as text, empty if Kitsu knows none
    /// @param rating from 2 to 20, or null
    record Entry(int animeId, String malId, String title, String status, String rating, int progress) {
        String json() {
            return """
                    {"id":"%d","type":"libraryEntries",
                     "attributes":{"status":"%s","progress":%d,"ratingTwenty":%s},
                     "relationships":{"anime":{"data":{"type":"anime","id":"%d"}}}}""".formatted(animeId + 9_000_000, status, progress, rating, animeId);
        }

        String anime() {
            return """
                    {"id":"%1$d","type":"anime","attributes":{"canonicalTitle":"%2$s","episodeCount":24},
                     "relationships":{"mappings":{"data":[
                       {"type":"mappings","id":"%1$d1"},{"type":"mappings","id":"%1$d2"}]}}}""".formatted(animeId, title);
        }

        String mappings() {
            return """
                    {"id":"%1$d1","type":"mappings","attributes":{"externalSite":"anidb","externalId":"7777"}},
                    {"id":"%1$d2","type":"mappings","attributes":{"externalSite":"%2$s","externalId":"%3$s"}}""".formatted(animeId, malId.isEmpty() ? "myanimelist/manga" : "myanimelist/anime", malId);
        }
    }

    Reply answer(Request request) {
        if (!"application/vnd.api+json".equals(request.headers().get("accept"))) {
            return error(406, "Not acceptable");
        }
        return switch (request.path()) {
            case "/api/edge/users" -> users(request.query());
            case "/api/edge/library-entries" -> library(request);
            default -> error(404, "Record not found");
        };
    }

    static Reply error(int status, String title) {
        return Reply.json(
                status,
                "{\"errors\":[{\"title\":\"%s\",\"detail\":\"\",\"code\":\"%d\",\"status\":\"%d\"}]}"
                        .formatted(title, status, status));
    }

    private static Reply users(Map<String, String> query) {
        boolean bySlug = "mika-chan".equals(query.get("filter[slug]"));
        boolean byName = "mika chan".equalsIgnoreCase(query.get("filter[name]"));
        String found = bySlug || byName
                ? "{\"id\":\"42\",\"type\":\"users\",\"attributes\":{\"slug\":\"mika-chan\",\"name\":\"Mika Chan\"}}"
                : "";
        return Reply.json(200, "{\"data\":[" + found + "],\"meta\":{\"count\":" + (found.isEmpty() ? 0 : 1) + "}}");
    }

    private Reply library(Request request) {
        Map<String, String> query = request.query();
        if (!"42".equals(query.get("filter[userId]"))
                || !"anime".equals(query.get("filter[kind]"))
                || !"anime,anime.mappings".equals(query.get("include"))) {
            return error(400, "Filter not allowed");
        }
        int limit = Math.min(500, Integer.parseInt(query.getOrDefault("page[limit]", "10")));
        int from = Integer.parseInt(query.getOrDefault("page[offset]", "0"));
        int to = Math.min(entries.size(), from + limit);
        List<Entry> page = entries.subList(from, to);
        List<String> included = new ArrayList<>();
        page.forEach(entry -> {
            included.add(entry.anime());
            included.add(entry.mappings());
        });
        String next = to < entries.size() ? ",\"next\":\"https://kitsu.io/api/edge/library-entries?page=x\"" : "";
        return Reply.json(
                200,
                "{\"data\":["
                        + String.join(",", page.stream().map(Entry::json).toList())
                        + "],\"included\":[" + String.join(",", included) + "],\"links\":{\"first\":\"x\"" + next
                        + "}}");
    }
}
