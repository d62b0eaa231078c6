package io.osusume.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The description of the API for a custom GPT: what ChatGPT can ask by its actions, made from the API's
/// own description ([OpenApiDocument]).
///
/// Actions send no headers of their own, so profiles are out; they take and give JSON alone, and at most
/// 100,000 characters, so that fewer titles are answered at once. All of it reads and changes nothing.
final class ActionsDocument {
    static final String PATH = "/api/v1/actions.json";

    private static final String ADDRESS = "https://[A-Za-z0-9][A-Za-z0-9.-]{0,252}(:443)?";

    /// The address ChatGPT reaches this server at.
    static final ApiParameter SERVER = ApiParameter.required(
            "server",
            new ApiParameter.Kind.Form(ADDRESS, "an address such as https://osusume.example, on port 443"),
            "https://osusume.example",
            "The https address at which ChatGPT reaches this server, without a path.");

    private static final List<String> OPERATIONS =
            List.of("search", "title", "similar", "recommend", "whyNot", "similarUsers", "controls");
    private static final String REFERENCE = "#/components/schemas/";
    private static final String LIST = "ListBody";
    private static final Map<String, Integer> MOST = Map.of("n", 20, "titles", 20, "reasons", 10, "reason-titles", 10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode document;

    private ActionsDocument(ObjectNode document) {
        this.document = document;
    }

    /// The document.
    ///
    /// @param operations of the whole API
    /// @param words of the model's catalogue, null if there is no model
    /// @param server a value of [#SERVER]
    static JsonNode of(List<ApiOperation> operations, @Nullable ControlWords words, String server) {
        List<ApiOperation> some = operations.stream()
                .filter(each -> OPERATIONS.contains(each.id()))
                .toList();
        ActionsDocument made = new ActionsDocument(JSON.valueToTree(OpenApiDocument.of(some, words)));
        made.document
                .putObject("info")
                .put("title", "Osusume")
                .put("version", "1")
                .put(
                        "description",
                        "Recommends anime for a list of watched titles, and says why. Find the ids of titles by search."
                                + " Name only titles that stand in an answer, with the facts that stand there.");
        made.document.putArray("servers").addObject().put("url", server);
        made.operations();
        made.document.withObject("/components/securitySchemes").remove("profile");
        made.dropUnused();
        return made.document;
    }

    private void operations() {
        for (JsonNode path : document.path("paths")) {
            for (JsonNode each : path) {
                ObjectNode operation = (ObjectNode) each;
                operation.put("x-openai-isConsequential", false);
                takeJson(operation);
                operation.set("responses", wellAnswered(operation.path("responses")));
                operation.path("parameters").forEach(ActionsDocument::limit);
            }
        }
    }

    /// A list is an object, which models fill in better than a choice of shapes.
    private static void takeJson(ObjectNode operation) {
        if (operation.has("requestBody")) {
            ObjectNode body = (ObjectNode) operation.path("requestBody");
            body.withObject("/content")
                    .removeAll()
                    .putObject(ApiAnswer.JSON)
                    .putObject("schema")
                    .put("$ref", REFERENCE + LIST);
        }
    }

    private static ObjectNode wellAnswered(JsonNode responses) {
        ObjectNode well = JSON.createObjectNode();
        responses.propertyStream().filter(each -> each.getKey().startsWith("2")).forEach(each -> {
            ((ObjectNode) each.getValue()).remove("headers");
            well.set(each.getKey(), each.getValue());
        });
        return well;
    }

    private static void limit(JsonNode parameter) {
        int most = MOST.getOrDefault(parameter.path("name").asString(), 0);
        if (most > 0) {
            ((ObjectNode) parameter.path("schema")).put("maximum", most);
        }
    }

    private void dropUnused() {
        ObjectNode schemas = document.withObject("/components/schemas");
        Set<String> used = new TreeSet<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(document.path("paths")));
        while (!open.isEmpty()) {
            for (JsonNode reference : open.pop().findValues("$ref")) {
                String name = reference.asString().substring(REFERENCE.length());
                if (used.add(name)) {
                    open.push(schemas.path(name));
                }
            }
        }
        schemas.retain(used);
    }
}
