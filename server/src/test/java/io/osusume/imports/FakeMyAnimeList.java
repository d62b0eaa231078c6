package io.osusume.imports;

import io.osusume.imports.FakeService.Reply;
import io.osusume.imports.FakeService.Request;
import java.util.List;
import java.util.function.Supplier;

/// MyAnimeList's API v2 with one client: public user `Mika`, private user `Yuki`, nobody else.
final class FakeMyAnimeList {
    static final String CLIENT_ID = "0123456789abcdef";

    private final List<String> entries;
    private final Supplier<String> ownUrl;

    /// @param entries as JSON, in the order of the list
    /// @param ownUrl where the addresses of next pages begin
    FakeMyAnimeList(List<String> entries, Supplier<String> ownUrl) {
        this.entries = entries;
        this.ownUrl = ownUrl;
    }

    static String entry(int id, String title, String status, int score, int watched, boolean again) {
        return """
                {"node":{"id":%d,"title":"%s","main_picture":{"medium":"https://x/y.jpg"},"num_episodes":24},
                 "list_status":{"status":"%s","score":%d,"num_episodes_watched":%d,"is_rewatching":%b,
                 "updated_at":"2026-01-02T03:04:05+00:00"}}""".formatted(id, title, status, score, watched, again);
    }

    Reply answer(Request request) {
        if (!request.headers().containsKey("x-mal-client-id")) {
            return Reply.json(400, "{\"message\":\"Client id is required\",\"error\":\"bad_request\"}");
        } else if (!CLIENT_ID.equals(request.headers().get("x-mal-client-id"))) {
            return Reply.json(400, "{\"message\":\"Invalid client id\",\"error\":\"bad_request\"}");
        } else if (!request.query().getOrDefault("fields", "").contains("list_status")
                || !"true".equals(request.query().get("nsfw"))) {
            return Reply.json(400, "{\"message\":\"invalid fields\",\"error\":\"bad_request\"}");
        }
        return switch (request.path()) {
            case "/v2/users/Mika/animelist" -> page(request);
            case "/v2/users/Yuki/animelist" -> Reply.json(403, "{\"message\":\"\",\"error\":\"not_permitted\"}");
            default -> Reply.json(404, "{\"message\":\"\",\"error\":\"not_found\"}");
        };
    }

    private Reply page(Request request) {
        int limit = Math.min(1_000, Integer.parseInt(request.query().getOrDefault("limit", "100")));
        int from = Integer.parseInt(request.query().getOrDefault("offset", "0"));
        int to = Math.min(entries.size(), from + limit);
        String next = to == entries.size()
                ? ""
                : "\"next\":\"" + ownUrl.get() + request.path() + "?offset=" + to
                        + "&fields=list_status%2Cnum_episodes&limit=" + limit + "&nsfw=true\"";
        return Reply.json(
                200, "{\"data\":[" + String.join(",", entries.subList(from, to)) + "],\"paging\":{" + next + "}}");
    }
}
