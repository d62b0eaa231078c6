package io.osusume.web;

import static io.osusume.web.TestServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// The description for a custom GPT keeps within what its makers say actions may have, and is true.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActionsTest {
    private static final int MOST_OF_OPERATION = 300; // characters, by OpenAI's notes on actions
    private static final int MOST_OF_PARAMETER = 700;
    private static final int MOST_OF_ANSWER = 100_000;
    private static final String SERVER = "https://osusume.example";

    private TestServer server;
    private JsonNode document;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.startSample();
        document = json(server.get(address(SERVER)));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String address(String of) {
        return ActionsDocument.PATH + "?server=" + URLEncoder.encode(of, StandardCharsets.UTF_8);
    }

    private record Action(String method, String path, JsonNode described) {}

    private List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        document.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(each -> actions.add(new Action(each.getKey(), path.getKey(), each.getValue()))));
        return actions;
    }

    @Test
    void itSaysWhereTheServerIsAndWhatCanBeAsked() {
        assertEquals(SERVER, document.at("/servers/0/url").asString());
        assertEquals("3.1.0", document.path("openapi").asString());
        Set<String> ids = new TreeSet<>();
        actions().forEach(each -> ids.add(each.described().path("operationId").asString()));
        assertEquals(
                new TreeSet<>(List.of("controls", "recommend", "search", "similar", "similarUsers", "title", "whyNot")),
                ids);
    }

    @Test
    void nothingIsLongerThanActionsMayHaveAndNothingIsConsequential() {
        for (Action each : actions()) {
            JsonNode described = each.described();
            assertTrue(described.path("summary").asString().length() <= MOST_OF_OPERATION, each.path());
            assertFalse(described.path("x-openai-isConsequential").asBoolean(true), each.path());
            assertFalse(described.toString().contains("\"in\":\"header\""), each.path());
            for (JsonNode parameter : described.path("parameters")) {
                assertTrue(parameter.path("description").asString().length() <= MOST_OF_PARAMETER, each.path());
            }
            described
                    .path("requestBody")
                    .path("content")
                    .propertyNames()
                    .forEach(type -> assertEquals(ApiAnswer.JSON, type));
        }
        assertFalse(document.toString().contains(ApiCallers.PROFILE), "actions send no header of their own");
    }

    @Test
    void everyReferenceLeadsSomewhereAndEverySchemaIsUsed() {
        Set<String> used = new TreeSet<>();
        document.findValues("$ref").forEach(each -> used.add(each.asString().replace("#/components/schemas/", "")));
        Set<String> known = new TreeSet<>(document.at("/components/schemas").propertyNames());
        assertEquals(known, used);
    }

    @Test
    void theLargestAnswersAreAsDescribedAndNotLargerThanActionsMayHave() throws Exception {
        JsonSchemaCheck schemas = new JsonSchemaCheck(document);
        for (Action each : actions()) {
            StringBuilder address = new StringBuilder(each.path().replace("{id}", "9253") + "?");
            for (JsonNode parameter : each.described().path("parameters")) {
                JsonNode most = parameter.path("schema").path("maximum");
                boolean counts = Set.of("n", "titles", "reasons", "reason-titles")
                        .contains(parameter.path("name").asString());
                if (counts || parameter.path("name").asString().equals("q")) {
                    address.append(parameter.path("name").asString())
                            .append('=')
                            .append(counts ? most.asString() : "naruto")
                            .append('&');
                }
            }
            address.setLength(address.length() - 1);
            HttpResponse<String> answer = each.method().equals("get")
                    ? server.get(address.toString())
                    : server.ask("POST", address.toString(), list(), "Content-Type", "application/json");
            assertEquals(200, answer.statusCode(), answer.body());
            assertTrue(
                    answer.body().length() < MOST_OF_ANSWER,
                    each.path() + ": " + answer.body().length());
            JsonNode schema = each.described().at("/responses/200/content/application~1json/schema");
            assertEquals(List.of(), schemas.problems(json(answer), schema), each.path());
        }
    }

    private static String list() {
        return "{\"list\": [{\"itemId\": 1, \"score\": 9}, {\"itemId\": 5114, \"score\": 10}, {\"itemId\": 22789}]}";
    }

    @Test
    void anAddressThatChatGptWouldNotTakeIsRefused() throws Exception {
        for (String wrong : List.of("http://osusume.example", "https://osusume.example:8080", "https://a/b", "x")) {
            HttpResponse<String> answer = server.get(address(wrong));
            assertEquals(400, answer.statusCode());
            assertEquals(
                    "server must be an address such as https://osusume.example, on port 443, was '" + wrong + "'",
                    json(answer).path("detail").asString());
        }
    }
}
