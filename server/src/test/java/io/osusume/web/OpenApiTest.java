package io.osusume.web;

import static io.osusume.web.TestServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.profiles.Scope;
import io.osusume.recommend.Exclusion;
import io.osusume.recommend.RatedItem;
import io.osusume.serving.ModelState;
import io.osusume.web.ApiJson.ExcludedJson;
import io.osusume.web.ApiJson.ListBodyJson;
import io.osusume.web.ApiJson.RatedJson;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The description of the API says what the server does, no more and no less.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
    private static final String LIST = "[{\"itemId\":1,\"score\":9},{\"itemId\":9253,\"score\":10}]";

    /// What is sent to the operations that take something else than a list.
    private static final Map<String, String> BODIES = Map.of(
            "chat", "{\"said\":\"something funny\"}",
            "changeSettings", "{\"names\":\"english\"}",
            "replaceEntries", LIST,
            "mergeEntries", "[{\"itemId\":1,\"status\":\"on-hold\",\"score\":null}]",
            "putEntry", "{\"status\":\"planned\"}",
            "changeEntry", "{\"score\":7}",
            "feedback", "{\"itemId\":20,\"deed\":\"not-interested\"}",
            "fetchList", "{\"service\":\"AniList\",\"user\":\"somebody\"}",
            "importList", TestServer.LIST);

    private TestServer server;
    private JsonNode document;
    private String key = "";

    private record Described(String method, String path, JsonNode operation) {
        String address(String query) {
            String id = path.contains("/users/") ? "1" : "9253";
            return path.replace("{id}", id).replace("{change}", "1") + query;
        }

        String id() {
            return operation.path("operationId").asString();
        }

        boolean takes(String type) {
            return operation.path("requestBody").path("content").has(type);
        }
    }

    /// Asks an operation as its description says, about a profile of its own with a list and one change.
    private HttpResponse<String> ask(Described each, String address) throws Exception {
        String token = json(server.ask("POST", ApiProfiles.PATH, "", "Authorization", key))
                .path("token")
                .asString();
        assertEquals(
                200,
                server.ask("PUT", ApiProfiles.PATH + "/entries", LIST, "Authorization", key, "Osusume-Profile", token)
                        .statusCode());
        String body = each.operation().has("requestBody") ? BODIES.getOrDefault(each.id(), LIST) : "";
        String type = each.takes("application/json") ? "application/json" : "application/xml";
        return server.ask(
                each.method(), address, body, "Content-Type", type, "Authorization", key, "Osusume-Profile", token);
    }

    @BeforeAll
    void start() throws Exception {
        server = TestServer.startSample();
        key = "Bearer " + server.key(Scope.RECOMMEND, Scope.PROFILE, Scope.ADMIN);
        HttpResponse<String> response = server.get(ApiRoutes.DESCRIPTION);
        assertEquals(200, response.statusCode(), response.body());
        document = json(response);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private List<Described> operations() {
        List<Described> operations = new ArrayList<>();
        document.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(each -> operations.add(new Described(
                                each.getKey().toUpperCase(Locale.ROOT), path.getKey(), each.getValue()))));
        return operations;
    }

    @Test
    void everyRouteIsDescribedAndEveryDescribedRouteExists() {
        Set<String> routes = server.server().routes().stream()
                .filter(route -> route.matches("(?!HEAD )\\w+ /(api|health)/.*"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> described = operations().stream()
                .map(each -> each.method() + " " + each.path())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(routes, described);
        assertTrue(described.size() >= 11, described.toString());
    }

    @Test
    void everyAnswerIsAsDescribed() throws Exception {
        JsonSchemaCheck schemas = new JsonSchemaCheck(document);
        for (Described each : operations()) {
            if (each.id().equals("checkModel")) {
                continue; // this server follows no registry; ApiAdminTest has one that does
            }
            String query = queryOfExamples(each.operation());
            for (String address :
                    new TreeSet<>(List.of(each.address(required(each.operation())), each.address(query)))) {
                HttpResponse<String> response = ask(each, address);
                JsonNode described = each.operation().at("/responses/" + response.statusCode());
                assertTrue(response.statusCode() < 300, each.id() + ": " + response.body());
                assertFalse(described.isMissingNode(), each.id() + " answered " + response.statusCode());
                if (described.path("content").has("application/json")) {
                    JsonNode schema = described.at("/content/application~1json/schema");
                    assertEquals(List.of(), schemas.problems(json(response), schema), address);
                } else if (described.has("content")) {
                    assertTrue(described.path("content").has(TestServer.type(response)), each.id());
                } else {
                    assertEquals("", response.body(), each.id());
                }
                assertEquals(
                        described.path("headers").has("ETag"),
                        response.headers().firstValue("ETag").isPresent(),
                        each.id());
            }
        }
    }

    @Test
    void everyRefusalIsAsDescribed() throws Exception {
        JsonSchemaCheck schemas = new JsonSchemaCheck(document);
        JsonNode schema = document.at("/components/schemas/Problem");
        for (Described each : operations()) {
            if (each.path().startsWith("/api/")) {
                HttpResponse<String> response = ask(each, each.address("?nobody=knows"));
                assertEquals(400, response.statusCode(), each.id() + ": " + response.body());
                assertEquals(List.of(), schemas.problems(json(response), schema), each.path());
                assertTrue(each.operation().at("/responses").has("400"), each.path());
            }
        }
    }

    @Test
    void whatNeedsAKeyIsDescribedSoAndRefusesWithoutOne() throws Exception {
        assertEquals(
                "bearer", document.at("/components/securitySchemes/key/scheme").asString());
        assertEquals(
                "Osusume-Profile",
                document.at("/components/securitySchemes/profile/name").asString());
        for (Described each : operations()) {
            JsonNode security = each.operation().path("security");
            boolean open =
                    !each.path().startsWith("/api/") || security.valueStream().anyMatch(JsonNode::isEmpty);
            assertEquals(
                    open,
                    server.ask(each.method(), each.address(required(each.operation())), "")
                                    .statusCode()
                            != 401,
                    each.id());
            assertEquals(
                    each.path().startsWith(ApiProfiles.PATH) && !each.id().equals("createProfile"),
                    security.toString().contains("\"profile\":[]"),
                    each.id());
        }
    }

    /// The parameters that must be there.
    private static String required(JsonNode operation) {
        return query(operation, true);
    }

    private static String queryOfExamples(JsonNode operation) {
        return query(operation, false);
    }

    /// All parameters with their examples; a cursor belongs to one model, and `genre` to other lists than `not-genre`.
    private static String query(JsonNode operation, boolean requiredOnly) {
        String query = operation
                .path("parameters")
                .valueStream()
                .filter(each -> each.path("in").asString().equals("query"))
                .filter(each -> !requiredOnly || each.path("required").asBoolean())
                .filter(each -> !each.path("name").asString().equals("cursor"))
                .map(each -> {
                    JsonNode example = each.path("example");
                    String value = (example.isArray() ? example.get(0) : example).asString();
                    return each.path("name").asString() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
                })
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    @Test
    void everyControlOfThePagesIsAParameter() {
        Set<String> controls = new HashSet<>(ControlsReader.NAMES);
        controls.removeAll(Set.of("pick", "page")); // the body has the list, a cursor the place

        assertEquals(
                controls,
                ApiParameters.CONTROLS.stream().map(ApiParameter::name).collect(Collectors.toSet()));
    }

    @Test
    void everyReferenceLeadsSomewhereAndEverySchemaIsUsed() {
        Set<String> used = new TreeSet<>();
        collectReferences(document, used);
        Set<String> known = new TreeSet<>();
        document.at("/components/schemas").propertyStream().forEach(each -> known.add(each.getKey()));

        assertEquals(known, used);
    }

    private static void collectReferences(JsonNode node, Set<String> used) {
        if (node.has("$ref")) {
            used.add(node.path("$ref").asString().replace("#/components/schemas/", ""));
        }
        node.forEach(child -> collectReferences(child, used));
    }

    @Test
    void theWordsOfTheCatalogueAreThoseOfTheModel() throws Exception {
        assertTrue(document.toString().contains("\"Slice of Life\""), "genres of the sample");
        try (TestServer empty = TestServer.start(() -> new ModelState.Missing("none", "x"))) {
            JsonNode without = json(empty.get(ApiRoutes.DESCRIPTION));
            assertFalse(without.toString().contains("\"Slice of Life\""));
            assertEquals(document.path("paths").size(), without.path("paths").size());
        }
    }

    @Test
    void aBodyWrittenAsDescribedIsReadAsItWasMeant() {
        ListBodyJson written = new ListBodyJson(
                List.of(new RatedJson(5114, 9), new RatedJson(1, null)),
                List.of(new ExcludedJson(20, "not-interested"), new ExcludedJson(6, null)));

        ListBody read = ListBodyParser.read(JsonMapper.shared().writeValueAsBytes(written));

        assertEquals(List.of(new RatedItem(5114, 9), new RatedItem(1, 0)), read.watched());
        assertEquals(Map.of(20L, Exclusion.NOT_INTERESTED, 6L, Exclusion.SAVED), read.excluded());
    }

    @Test
    void theExamplesOfTheBodyAreRead() {
        JsonNode examples =
                document.at("/paths/~1api~1v1~1recommendations/post/requestBody/content/application~1json/examples");

        assertEquals(2, examples.size());
        examples.forEach(each -> {
            ListBody read = ListBodyParser.read(JsonMapper.shared().writeValueAsBytes(each.path("value")));
            assertEquals(9253, read.watched().getFirst().itemId());
        });
    }
}
