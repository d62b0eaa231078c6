package io.osusume.web;

import static io.osusume.web.TestServer.assertProblem;
import static io.osusume.web.TestServer.json;
import static io.osusume.web.TestServer.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SmallModel;
import io.osusume.registry.LoadedModel;
import io.osusume.serving.ModelState;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What the API answers when all is well, and while there is no model or another one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTest {
    private static final String RECOMMENDATIONS = "/api/v1/recommendations";

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
    void searchGivesTitles() throws Exception {
        HttpResponse<String> response = server.get("/api/v1/search?q=steins&n=1");

        assertEquals(200, response.statusCode());
        assertEquals("application/json", type(response));
        assertEquals(
                "{\"query\":\"steins\",\"titles\":[{\"itemId\":9253,\"name\":\"Steins;Gate\",\"japaneseName\":"
                        + "\"シュタインズ・ゲート\",\"displayName\":\"Steins;Gate\",\"type\":\"TV\",\"episodes\":24,\"year\":2011,\"genres\":[\"Action\",\"Sci-Fi\"],"
                        + "\"studios\":[\"Studio <A>\"],\"communityScore\":9.1}]}",
                response.body());
    }

    @Test
    void aListOfRatingsGivesRecommendations() throws Exception {
        HttpResponse<String> response = server.post(
                RECOMMENDATIONS + "?n=2",
                "application/json",
                "[{\"itemId\":1.0,\"score\":1.0e1},{\"itemId\":4},{\"itemId\":9253,\"score\":1}]");

        assertEquals(200, response.statusCode());
        JsonNode answer = json(response);
        assertEquals("small-1", answer.path("model").asString());
        assertEquals(2, answer.path("matched").asInt());
        assertEquals("[4]", answer.path("notMatched").toString());
        assertEquals(2, answer.path("recommendations").size());
        JsonNode best = answer.path("recommendations").get(0);
        assertEquals(1, best.path("rank").asInt());
        assertEquals(2.0, best.path("score").asDouble());
        assertEquals("Trigun", best.path("title").path("name").asString());
    }

    @Test
    void excludedTitlesAreNotRecommended() throws Exception {
        JsonNode answer = json(
                server.post(RECOMMENDATIONS + "?n=1&exclude=6", "application/json", "[{\"itemId\":1,\"score\":10}]"));

        assertEquals(9253, answer.at("/recommendations/0/title/itemId").asLong());
    }

    @ParameterizedTest
    @CsvSource({"application/xml", "text/xml; charset=utf-8", "application/gzip"})
    void anExportGivesRecommendationsWithoutWhatIsPlanned(String type) throws Exception {
        JsonNode answer = json(server.post(RECOMMENDATIONS, type, TestServer.LIST));

        assertEquals(2, answer.at("/list/read").asInt());
        assertEquals(1, answer.at("/list/byStatus/Plan to Watch").asInt());
        assertEquals(1, answer.path("matched").asInt());
        assertEquals(9253, answer.at("/recommendations/0/title/itemId").asLong());
        assertFalse(answer.path("recommendations").toString().contains("Trigun"));
    }

    @Test
    void anExportAsAFormGivesTheSameAsTheFileItself() throws Exception {
        assertEquals(
                server.post(RECOMMENDATIONS, "application/xml", TestServer.LIST).body(),
                server.upload(RECOMMENDATIONS, "list", TestServer.LIST).body());
    }

    @Test
    void similarTitlesComeById() throws Exception {
        JsonNode answer = json(server.get("/api/v1/titles/9253/similar?n=1"));

        assertEquals(9253, answer.path("itemId").asLong());
        assertEquals("Steins;Gate 0", answer.at("/similar/0/title/name").asString());
        assertEquals(1, answer.path("similar").size());
    }

    @Test
    void theModelIsDescribed() throws Exception {
        assertEquals(
                "{\"id\":\"small-1\",\"family\":\"co-occurrence\",\"servesLists\":true,\"created\":"
                        + "\"2026-11-24T10:00:00Z\",\"users\":3,\"items\":8,\"titles\":8,\"settings\":{},\"metrics\":"
                        + "{\"NDCG@10\":0.5}}",
                server.get("/api/v1/model").body());
    }

    @Test
    void healthIsReadyWithAModel() throws Exception {
        assertEquals("{\"status\":\"up\"}", server.get("/health/live").body());
        assertEquals(200, server.get("/health/ready").statusCode());
        assertEquals("small-1", json(server.get("/health/ready")).path("model").asString());
    }

    @Test
    void withoutAModelTheServerLivesButIsNotReady() throws Exception {
        try (TestServer empty =
                TestServer.start(() -> new ModelState.Missing("there is no champion", "./osusume train"))) {
            assertEquals(200, empty.get("/health/live").statusCode());
            for (String path : new String[] {"/health/ready", "/api/v1/model", "/api/v1/search?q=a"}) {
                HttpResponse<String> response = empty.get(path);
                assertProblem(response, 503, "there is no champion; run: ./osusume train");
                assertEquals("10", response.headers().firstValue("Retry-After").orElseThrow());
            }
        }
    }

    @Test
    void anotherModelIsServedAsSoonAsItIsThere() throws Exception {
        LoadedModel first = SmallModel.loaded();
        LoadedModel second = new LoadedModel(
                "small-2",
                first.model(),
                first.users(),
                first.items(),
                first.scale(),
                first.catalogue(),
                first.manifest());
        AtomicReference<ModelState> state = new AtomicReference<>(new ModelState.Missing("none", "x"));
        try (TestServer changing = TestServer.start(state::get)) {
            assertEquals(503, changing.get("/api/v1/model").statusCode());
            state.set(new ModelState.Ready(new RecommendationService(first)));
            assertEquals(
                    "small-1", json(changing.get("/api/v1/model")).path("id").asString());
            state.set(new ModelState.Ready(new RecommendationService(second)));
            assertEquals(
                    "small-2", json(changing.get("/api/v1/model")).path("id").asString());
        }
    }

    @Test
    void runningRequestsFinishWhenTheServerStops() throws Exception {
        var entered = new java.util.concurrent.CountDownLatch(1);
        var leave = new java.util.concurrent.CountDownLatch(1);
        LoadedModel loaded = SmallModel.loaded();
        TestServer slow = TestServer.start(() -> {
            entered.countDown();
            try {
                leave.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return new ModelState.Ready(new RecommendationService(loaded));
        });
        try {
            var answer = new java.util.concurrent.FutureTask<>(() -> slow.get("/api/v1/model"));
            Thread.ofVirtual().start(answer);
            entered.await();
            Thread stopping = Thread.ofPlatform().start(slow.server()::stop);
            leave.countDown();
            assertEquals(200, answer.get().statusCode());
            stopping.join();
        } finally {
            slow.close();
        }
    }
}
