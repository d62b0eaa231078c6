package io.osusume.web;

import io.osusume.web.ApiJson.ListBodyJson;
import io.osusume.web.ApiJson.RatedJson;
import io.osusume.web.ApiParameter.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The description of the API as OpenAPI 3.1, made from its operations and records.
final class OpenApiDocument {
    private static final String JSON = "application/json";
    private static final Map<String, Object> RETRY_AFTER = Map.of(
            "Retry-After", Map.of("description", "Seconds to wait", "schema", Map.of("type", "integer", "minimum", 1)));

    private final JsonSchemas schemas = new JsonSchemas();
    private final @Nullable ControlWords words;

    private OpenApiDocument(@Nullable ControlWords words) {
        this.words = words;
    }

    /// The document, in the order it is to be written.
    ///
    /// @param words of the model's catalogue, null if there is no model
    static Map<String, Object> of(List<ApiOperation> operations, @Nullable ControlWords words) {
        return new OpenApiDocument(words).document(operations);
    }

    private Map<String, Object> document(List<ApiOperation> operations) {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        for (ApiOperation each : operations) {
            paths.computeIfAbsent(each.path(), _ -> new LinkedHashMap<>())
                    .put(each.method() == ApiOperation.Method.GET ? "get" : "post", operation(each));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title",
                        "Osusume",
                        "version",
                        "1",
                        "description",
                        "Recommends anime for a list of watched titles, and says why. No question is stored. Titles are"
                                + " named by their MyAnimeList ids. Errors are problem details (RFC 9457). What is not"
                                + " known is absent from an answer. A parameter nobody knows is refused."));
        document.put("paths", paths);
        document.put("components", Map.of("schemas", schemas.all()));
        return document;
    }

    private Map<String, Object> operation(ApiOperation each) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        each.inPath().forEach(parameter -> parameters.add(parameter("path", parameter)));
        each.inQuery().forEach(parameter -> parameters.add(parameter("query", parameter)));
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", each.id());
        operation.put("summary", each.summary());
        operation.put("parameters", parameters);
        if (each.takesList()) {
            operation.put("requestBody", body());
        }
        operation.put("responses", responses(each));
        return operation;
    }

    private Map<String, Object> parameter(String in, ApiParameter parameter) {
        Map<String, Object> schema = schema(parameter);
        if (parameter.otherwise() != null) {
            schema.put("default", parameter.otherwise());
        }
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", parameter.name());
        described.put("in", in);
        described.put("required", parameter.required());
        described.put("description", parameter.what());
        described.put("schema", parameter.many() ? Map.of("type", "array", "items", schema) : schema);
        described.put("example", parameter.many() ? List.of(parameter.example()) : parameter.example());
        return described;
    }

    private Map<String, Object> schema(ApiParameter parameter) {
        Map<String, Object> schema = new LinkedHashMap<>();
        switch (parameter.kind()) {
            case Kind.Whole(long least, long most) -> {
                schema.put("type", "integer");
                schema.put("minimum", least);
                schema.put("maximum", most);
            }
            case Kind.Decimal(double least, double most) -> {
                schema.put("type", "number");
                schema.put("minimum", least);
                schema.put("maximum", most);
            }
            case Kind.Truth() -> schema.put("type", "boolean");
            case Kind.Word(List<String> known) -> {
                schema.put("type", "string");
                schema.put("enum", known);
            }
            case Kind.OfCatalogue(var known) -> {
                schema.put("type", "string");
                schema.put("minLength", 1);
                if (words != null) {
                    schema.put("enum", known.apply(words));
                }
            }
            case Kind.Text() -> schema.put("type", "string");
        }
        return schema;
    }

    private Map<String, Object> body() {
        Map<String, Object> list = Map.of(
                "type", "array", "maxItems", ListBodyParser.MAX_ITEMS, "items", schemas.reference(RatedJson.class));
        Map<String, Object> json = Map.of(
                "schema",
                Map.of("oneOf", List.of(list, schemas.reference(ListBodyJson.class))),
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
        Map<String, Object> export = Map.of(
                "schema", Map.of("type", "string", "description", "A list as MyAnimeList exports it, plain or gzip"));
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(JSON, json);
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
        return Map.of("required", true, "description", "The fan's list", "content", content);
    }

    private Map<String, Object> responses(ApiOperation each) {
        Map<Integer, Object> responses = new TreeMap<>();
        Map<String, Object> schema =
                each.answer() == null ? Map.of("type", "object") : schemas.reference(each.answer());
        responses.put(
                200,
                each.method() == ApiOperation.Method.GET && each.path().startsWith("/api/")
                        ? Map.of(
                                "description",
                                "The answer",
                                "headers",
                                Map.of(
                                        "ETag",
                                        Map.of("description", "For If-None-Match", "schema", Map.of("type", "string"))),
                                "content",
                                Map.of(JSON, Map.of("schema", schema)))
                        : Map.of("description", "The answer", "content", Map.of(JSON, Map.of("schema", schema))));
        Map<Integer, String> refusals = new LinkedHashMap<>(each.refusals());
        refusals.put(503, "There is no model yet, or too much is asked at once");
        if (each.path().startsWith("/api/")) {
            refusals.put(400, "Something of the request is not as it must be; detail says what and where");
            refusals.put(406, "The client takes no JSON");
            refusals.put(429, "The client has asked too often");
            if (each.method() == ApiOperation.Method.GET) {
                responses.put(304, Map.of("description", "The client has the answer already (If-None-Match)"));
            }
        }
        if (each.takesList()) {
            refusals.put(413, "The body or the list is too large");
            refusals.put(415, "The body is of a type that is not read");
            refusals.put(422, "The list has no watched title that the model knows");
        }
        refusals.forEach((status, when) -> responses.put(status, refusal(status, when)));
        Map<String, Object> byText = new LinkedHashMap<>();
        responses.forEach((status, response) -> byText.put(Integer.toString(status), response));
        return byText;
    }

    private Map<String, Object> refusal(int status, String when) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("description", when);
        if (status == 429 || status == 503) {
            response.put("headers", RETRY_AFTER);
        }
        response.put("content", Map.of(Problem.MEDIA_TYPE, Map.of("schema", schemas.reference(Problem.class))));
        return response;
    }
}
