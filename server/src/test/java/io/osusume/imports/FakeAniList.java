package io.osusume.imports;

import io.osusume.imports.FakeService.Reply;
import io.osusume.imports.FakeService.Request;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// AniList's answer to `MediaListCollection`: public user `Mika`, private user `Yuki`, nobody else.
final class FakeAniList {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<String> entries;

    /// @param entries as JSON, in the order of the list
    FakeAniList(List<String> entries) {
        this.entries = entries;
    }

    static String entry(int mediaId, String idMal, String title, String status, String score, int progress) {
        return """
                {"mediaId":%d,"status":%s,"score":%s,"progress":%d,
                 "media":{"idMal":%s,"episodes":24,"title":{"romaji":%s,"english":"English"}}}""".formatted(mediaId, status, score, progress, idMal, title);
    }

    static String error(int status, String message) {
        return """
                {"errors":[{"message":"%s","status":%d,"locations":[{"line":2,"column":3}]}],
                 "data":{"MediaListCollection":null}}""".formatted(message, status);
    }

    Reply answer(Request request) {
        if (!request.method().equals("POST")
                || !"application/json".equals(request.headers().get("content-type"))) {
            return Reply.json(400, error(400, "Must provide query"));
        }
        JsonNode body = JSON.readTree(request.body());
        String query = body.path("query").asString("");
        if (!query.contains("MediaListCollection(userName: $userName, type: ANIME, chunk: $chunk")
                || !query.contains("score(format: POINT_100)")) {
            return Reply.json(400, error(400, "Cannot query field"));
        }
        JsonNode variables = body.path("variables");
        int chunk = variables.path("chunk").asInt(1);
        int perChunk = Math.min(500, variables.path("perChunk").asInt(500));
        return switch (variables.path("userName").asString("")) {
            case "Mika" -> chunk(chunk, perChunk);
            case "Yuki" -> Reply.json(403, error(403, "Private User"));
            default -> Reply.json(404, error(404, "User not found"));
        };
    }

    private Reply chunk(int chunk, int perChunk) {
        int from = Math.min(entries.size(), (chunk - 1) * perChunk);
        int to = Math.min(entries.size(), from + perChunk);
        String part = String.join(",", entries.subList(from, to));
        return Reply.json(200, """
                        {"data":{"MediaListCollection":{"hasNextChunk":%b,"lists":[
                          {"entries":[%s]},{"entries":[%s]}]}}}""".formatted(to < entries.size(), part, from < to ? entries.get(from) : ""))
                .with("X-RateLimit-Limit", "30")
                .with("X-RateLimit-Remaining", "29");
    }
}
