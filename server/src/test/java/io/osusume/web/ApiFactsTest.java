package io.osusume.web;

import static io.osusume.web.TestServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SmallModel;
import io.osusume.registry.LoadedModel;
import io.osusume.serving.ModelState;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What the API answers to everybody, and how it may be kept.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiFactsTest {
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aTitleComesWithItsFactsAndItsFranchise() throws Exception {
        JsonNode title = json(server.get("/api/v1/titles/9253"));

        assertEquals("Steins;Gate", title.at("/title/name").asString());
        assertEquals("teens", title.path("age").asString());
        assertEquals("Spring", title.path("season").asString());
        assertEquals(24.0, title.path("durationMinutes").asDouble());
        assertEquals(576.0, title.path("watchingMinutes").asDouble());
        assertEquals(1_771_000, title.path("members").asInt());
        assertEquals(
                "[9253,30484]",
                title.path("franchise")
                        .valueStream()
                        .map(part -> part.path("itemId").asLong())
                        .toList()
                        .toString()
                        .replace(" ", ""));
        assertTrue(!title.has("synopsis") && !title.has("airedFrom"), title.toString());
    }

    @Test
    void theWordsOfTheFiltersAreListed() throws Exception {
        JsonNode words = json(server.get("/api/v1/controls"));

        assertEquals("[\"Action\",\"Sci-Fi\"]", words.path("genres").toString());
        assertEquals("[\"Original\"]", words.path("sources").toString());
        assertEquals("{\"word\":\"tv\",\"label\":\"TV\"}", words.at("/types/0").toString());
        assertEquals("adult", words.at("/ages/5/word").asString());
        assertEquals(4, words.path("franchises").size());
        assertEquals(
                "[\"romaji\",\"english\",\"japanese\"]", words.path("names").toString());
    }

    @Test
    void aUserOfTheTrainingDataGetsWhatIsNew() throws Exception {
        JsonNode answer = json(server.get("/api/v1/users/100/recommendations?n=2"));

        assertEquals(100, answer.path("userId").asLong());
        assertEquals("small-1", answer.path("model").asString());
        assertEquals(9253, answer.at("/recommendations/0/title/itemId").asLong());
        assertEquals(2, answer.path("recommendations").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/search?q=steins",
                "/api/v1/titles/1",
                "/api/v1/titles/1/similar",
                "/api/v1/users/100/recommendations",
                "/api/v1/controls",
                "/api/v1/model",
                "/api/v1/openapi.json"
            })
    void anAnswerMayBeKeptAndAskedForAgain(String path) throws Exception {
        HttpResponse<String> first = server.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertEquals(200, first.statusCode());
        assertEquals(
                "public, max-age=60",
                first.headers().firstValue("Cache-Control").orElseThrow());
        for (String known : new String[] {tag, "\"other\", " + tag, tag.substring(2)}) {
            HttpResponse<String> second = server.get(path, "If-None-Match", known);
            assertEquals(304, second.statusCode());
            assertEquals("", second.body());
            assertEquals(tag, second.headers().firstValue("ETag").orElseThrow());
        }
        assertEquals(200, server.get(path, "If-None-Match", "\"other\"").statusCode());
    }

    @Test
    void aTagChangesWithTheAddressAndTheModel() throws Exception {
        LoadedModel first = SmallModel.loaded();
        LoadedModel second = new LoadedModel(
                "small-2",
                first.model(),
                first.users(),
                first.items(),
                first.scale(),
                first.catalogue(),
                first.manifest());
        AtomicReference<ModelState> state =
                new AtomicReference<>(new ModelState.Ready(new RecommendationService(first)));
        try (TestServer changing = TestServer.start(state::get)) {
            String tag = tag(changing, "/api/v1/titles/1");
            assertEquals(tag, tag(changing, "/api/v1/titles/1"));
            assertNotEquals(tag, tag(changing, "/api/v1/titles/6"));
            assertNotEquals(tag, tag(changing, "/api/v1/titles/1?names=english"));
            state.set(new ModelState.Ready(new RecommendationService(second)));
            assertNotEquals(tag, tag(changing, "/api/v1/titles/1"));
        }
    }

    private static String tag(TestServer server, String path) throws Exception {
        return server.get(path).headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void errorsAndAnswersToListsAreNotKept() throws Exception {
        HttpResponse<String> missing = server.get("/api/v1/titles/4");
        HttpResponse<String> list = server.post("/api/v1/recommendations", "application/json", "[{\"itemId\": 1}]");

        for (HttpResponse<String> each : java.util.List.of(missing, list)) {
            assertTrue(each.headers().firstValue("ETag").isEmpty());
            assertEquals(
                    "private, no-cache",
                    each.headers().firstValue("Cache-Control").orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/model", "/api/v1/titles/4", "/api/v1/titles/1/similar", "/health/live"})
    void headAnswersAsGetWithoutTheBody(String path) throws Exception {
        HttpResponse<String> get = server.get(path);
        HttpResponse<String> head = server.send(
                HttpRequest.newBuilder(URI.create(server.address(path))).HEAD());

        assertEquals(get.statusCode(), head.statusCode());
        assertEquals("", head.body());
        assertEquals(get.headers().firstValue("ETag"), head.headers().firstValue("ETag"));
        assertEquals(get.headers().firstValue("Content-Type"), head.headers().firstValue("Content-Type"));
    }
}
