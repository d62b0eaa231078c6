package io.osusume.web;

import static io.osusume.web.TestServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.TwoWorlds;
import io.osusume.serving.ModelSource;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Users of the training data most like a list, over HTTP.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiSimilarUsersTest {
    private static final String LIST =
            "[{\"itemId\":1,\"score\":9},{\"itemId\":3,\"score\":9},{\"itemId\":5,\"score\":8},{\"itemId\":7}]";

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(ModelSource.fixed(new RecommendationService(TwoWorlds.insightful())));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private JsonNode ask(String query, String list) throws Exception {
        HttpResponse<String> answer = server.post("/api/v1/similar-users" + query, "application/json", list);
        assertEquals(200, answer.statusCode(), answer.body());
        return json(answer);
    }

    @Test
    void theUsersComeMostAlikeFirstAndNobodyIsNamed() throws Exception {
        JsonNode answer = ask("?n=4", LIST);

        assertEquals("hybrid-1", answer.path("model").asString());
        assertEquals(300, answer.path("among").asInt());
        assertEquals(50, answer.path("asked").asInt());
        assertEquals(4, answer.path("users").size());
        List<Double> alike = answer.path("users")
                .valueStream()
                .map(user -> user.path("alike").asDouble())
                .toList();
        assertEquals(alike.stream().sorted((a, b) -> Double.compare(b, a)).toList(), alike);
        for (JsonNode user : answer.path("users")) {
            assertFalse(user.has("id") || user.has("userId") || user.has("name"), user.toString());
            assertTrue(user.path("shared").asInt() >= 1 && user.path("titles").asInt() == 15, user.toString());
        }
    }

    @Test
    void whatTheyLoveIsNeitherOnTheListNorExcluded() throws Exception {
        List<Long> loved = ids(ask("?titles=5", LIST));
        assertFalse(loved.isEmpty());
        assertTrue(loved.size() <= 5 && loved.stream().noneMatch(List.of(1L, 3L, 5L, 7L)::contains), loved::toString);
        long first = loved.getFirst();
        assertFalse(ids(ask("?exclude=" + first, LIST)).contains(first));
    }

    private static List<Long> ids(JsonNode answer) {
        return answer.path("loved")
                .valueStream()
                .map(each -> each.at("/title/itemId").asLong())
                .toList();
    }

    @Test
    void cardsOfRecommendationsSayTheExpectedScore() throws Exception {
        JsonNode cards = json(server.post("/api/v1/recommendations", "application/json", LIST))
                .path("recommendations");
        for (JsonNode card : cards) {
            double points = card.at("/expectedScore/points").asDouble();
            assertTrue(points >= 1 && points <= 10, card.toString());
            assertFalse(card.path("expectedScore").has("within"), "nobody measured it");
        }
    }

    @Test
    void aVersionThatKeepsNoListsSaysSo() throws Exception {
        try (TestServer without = TestServer.start()) {
            HttpResponse<String> answer = without.post("/api/v1/similar-users", "application/json", "[{\"itemId\":1}]");
            assertEquals(501, answer.statusCode());
            assertEquals(
                    "model version small-1 keeps no lists to find users in",
                    json(answer).path("detail").asString());
        }
    }

    @Test
    void wrongParametersAreRefused() throws Exception {
        assertEquals(
                400,
                server.post("/api/v1/similar-users?n=51", "application/json", LIST)
                        .statusCode());
        assertEquals(
                400,
                server.post("/api/v1/similar-users?reasons=1", "application/json", LIST)
                        .statusCode());
        assertEquals(
                422,
                server.post("/api/v1/similar-users", "application/json", "[]").statusCode());
    }
}
