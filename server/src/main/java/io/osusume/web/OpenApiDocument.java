package io.osusume.web;

import io.osusume.schema.JsonSchemas;
import io.osusume.web.ApiParameter.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The description of the API as OpenAPI 3.1, made from its operations and records.
final class OpenApiDocument {
    private static final String KEY = "key";
    private static final String PROFILE = "profile";
    private static final ApiParameter IF_MATCH = ApiParameter.optional(
            "If-Match",
            new Kind.Text(),
            null,
            "*",
            "The ETag the client knows, or several: another version is not changed (412). Without it, any is.");

    private final JsonSchemas schemas = new JsonSchemas();
    private final OpenApiBodies bodies = new OpenApiBodies(schemas);
    private final OpenApiResponses responses = new OpenApiResponses(schemas);
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
                    .put(each.method().word(), operation(each));
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
                        "Recommends anime for a list of watched titles, and says why. A list in a request is not"
                                + " stored; a profile is, until it is forgotten. Titles are"
                                + " named by their MyAnimeList ids. Errors are problem details (RFC 9457). What is not"
                                + " known is absent from an answer. A parameter nobody knows is refused."));
        document.put("paths", paths);
        document.put("components", Map.of("schemas", schemas.all(), "securitySchemes", securitySchemes()));
        return document;
    }

    private Map<String, Object> operation(ApiOperation each) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        each.inPath().forEach(parameter -> parameters.add(parameter("path", parameter)));
        each.inQuery().forEach(parameter -> parameters.add(parameter("query", parameter)));
        if (each.changesProfile()) {
            parameters.add(parameter("header", IF_MATCH));
        }
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", each.id());
        operation.put("summary", each.summary());
        operation.put("parameters", parameters);
        bodies.of(each.body()).ifPresent(body -> operation.put("requestBody", body));
        operation.put("responses", responses.of(each));
        if (each.ofApi()) {
            operation.put("security", security(each.access()));
        }
        return operation;
    }

    private static List<Map<String, List<String>>> security(ApiAccess access) {
        List<String> scope = List.of(access.scope().word());
        return switch (access) {
            case EVERYBODY -> List.of(Map.of(), Map.of(KEY, scope));
            case NEW_PROFILE, ADMINISTRATION -> List.of(Map.of(KEY, scope));
            case ONE_PROFILE -> List.of(Map.of(KEY, scope, PROFILE, List.of()));
        };
    }

    private static Map<String, Object> securitySchemes() {
        return Map.of(
                KEY,
                Map.of(
                        "type",
                        "http",
                        "scheme",
                        "bearer",
                        "bearerFormat",
                        "osu_ID_SECRET",
                        "description",
                        "An API key of another program, made by ./osusume keys create. Its scopes: recommend (what"
                                + " everybody may ask, with a limit of its own), profile (making profiles, and those"
                                + " whose token the program has), admin (administration; no profile)."),
                PROFILE,
                Map.of(
                        "type",
                        "apiKey",
                        "in",
                        "header",
                        "name",
                        ApiCallers.PROFILE,
                        "description",
                        "The token of the profile a request is about, as making it gave it. It never stands in an"
                                + " address."));
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
            case Kind.Form(String pattern, String _) -> {
                schema.put("type", "string");
                schema.put("pattern", "^" + pattern + "$");
            }
            case Kind.Text() -> schema.put("type", "string");
        }
        return schema;
    }
}
