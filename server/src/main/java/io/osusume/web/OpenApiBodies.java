package io.osusume.web;

import io.osusume.schema.JsonSchemas;
import io.osusume.web.ApiJson.ListBodyJson;
import io.osusume.web.ApiJson.RatedJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Describes the bodies of requests for OpenAPI.
record OpenApiBodies(JsonSchemas schemas) {
    private static final String JSON = ApiAnswer.JSON;

    /// The description of a body; empty where there is none.
    Optional<Map<String, Object>> of(ApiBody body) {
        return switch (body) {
            case ApiBody.None() -> Optional.empty();
            case ApiBody.FanList() -> {
                Map<String, Object> content = new LinkedHashMap<>();
                content.put(JSON, list());
                content.putAll(exports());
                yield Optional.of(described("The fan's list", content));
            }
            case ApiBody.Export() -> Optional.of(described("The export of a list", exports()));
            case ApiBody.Json(var shape) ->
                Optional.of(described("What is wished", Map.of(JSON, Map.of("schema", schemas.reference(shape)))));
            case ApiBody.JsonArray(var shape) ->
                Optional.of(described(
                        "Titles; of one that stands twice the last counts",
                        Map.of(JSON, Map.of("schema", array(shape)))));
        };
    }

    private static Map<String, Object> described(String what, Map<String, Object> content) {
        return Map.of("required", true, "description", what, "content", content);
    }

    private Map<String, Object> array(Class<? extends Record> shape) {
        return Map.of("type", "array", "maxItems", ListBodyParser.MAX_ITEMS, "items", schemas.reference(shape));
    }

    private Map<String, Object> list() {
        return Map.of(
                "schema",
                Map.of("oneOf", List.of(array(RatedJson.class), schemas.reference(ListBodyJson.class))),
                "examples",
                Map.of(
                        "list",
                        Map.of("value", List.of(Map.of("itemId", 9253, "score", 10), Map.of("itemId", 1))),
                        "list and excluded titles",
                        Map.of(
                                "value",
                                Map.of(
                                        "list",
                                        List.of(Map.of("itemId", 9253, "score", 10)),
                                        "excluded",
                                        List.of(Map.of("itemId", 1, "why", "not-interested"))))));
    }

    private static Map<String, Object> exports() {
        Map<String, Object> export = Map.of(
                "schema", Map.of("type", "string", "description", "A list as MyAnimeList exports it, plain or gzip"));
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("application/xml", export);
        content.put("application/gzip", export);
        content.put(
                "multipart/form-data",
                Map.of(
                        "schema",
                        Map.of(
                                "type",
                                "object",
                                "required",
                                List.of("list"),
                                "properties",
                                Map.of("list", Map.of("type", "string", "format", "binary")))));
        return content;
    }
}
