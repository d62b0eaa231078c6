package io.osusume.web;

import static io.osusume.web.TestServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SmallModel;
import io.osusume.registry.LoadedModel;
import io.osusume.serving.ModelState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

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
                "[{\"itemId\":1,\"score\":10},{\"itemId\":4},{\"itemId\":9253,\"score\":1}]");

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // body | pointer | detail
                "[{]          |            | the body is not JSON: it breaks at line 1, column 3; expected a list such as [{\"itemId\": 5114, \"score\": 9}]",
                "[1] [2]      |            | the body is not JSON: it breaks at line 1, column 5; expected a list such as [{\"itemId\": 5114, \"score\": 9}]",
                "{}           | /list      | the body has no list; expected a list such as [{\"itemId\": 5114, \"score\": 9}]",
                "~~           | ~~         | the body is empty; expected a list such as [{\"itemId\": 5114, \"score\": 9}]",
                "7            | ~~         | the body is a number; expected a list such as [{\"itemId\": 5114, \"score\": 9}]",
                "{\"list\": 1}  | /list   | list must be a list, was a number; expected a list such as [{\"itemId\": 5114, \"score\": 9}]",
                "{\"list\": [], \"lists\": []} | /lists | the body has list and excluded, found 'lists'",
                "{\"list\": [{\"itemId\": 0}]}  | /list/0/itemId | itemId must be a whole number from 1 on, was 0",
                "{\"list\": [], \"excluded\": 1}  | /excluded | excluded must be a list, was a number; expected a list such as [{\"itemId\": 5114, \"why\": \"planned\"}]",
                "{\"list\": [], \"excluded\": [{\"itemId\": 1, \"why\": \"bored\"}]} | /excluded/0/why | why must be one of planned, saved, not-interested, was \"bored\"",
                "{\"list\": [], \"excluded\": [{\"a/b~\": 1}]} | /excluded/0/a~1b~0 | an excluded title has itemId and why, found 'a/b~'",
                "[{\"itemId\": 1, \"itemId\": 2}] | | the body is not JSON: it breaks at line 1, column 24; expected a list such as [{\"itemId\": 5114, \"score\": 9}]",
                "[{\"itemId\": 1, \"score\": {\"a\": 1}}] | /0/score | score must be a whole number in [0, 10], was {\"a\":1}",
                "[5]          | /0         | an entry must be an object, was a number; expected a list such as [{\"itemId\": 5114, \"score\": 9}]",
                "[{\"itemId\": 1}, {\"itemId\": 1.5}]            | /1/itemId | itemId must be a whole number from 1 on, was 1.5",
                "[{\"score\": 9}]                               | /0/itemId | itemId must be a whole number from 1 on, was absent",
                "[{\"itemId\": 1, \"score\": 11}]               | /0/score  | score must be a whole number in [0, 10], was 11",
                "[{\"itemId\": 1, \"score\": \"good\"}]         | /0/score  | score must be a whole number in [0, 10], was \"good\"",
                "[{\"itemId\": 1, \"rating\": 9}]               | /0/rating | an entry has itemId and score, found 'rating'",
            })
    void whatIsWrongInABodyIsSaidWithThePlace(String body, String pointer, String detail) throws Exception {
        HttpResponse<String> response = server.post(RECOMMENDATIONS, "application/json", body.equals("~~") ? "" : body);

        assertProblem(response, 400, detail);
        assertEquals(pointer, json(response).path("pointer").asString(null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | /api/v1/search                    | the parameter q is missing: What to search for: a name or a part of it in romaji, English or Japanese, a short name, typing errors.",
                "400 | /api/v1/search?q=a&n=0            | n must be a whole number in [1, 100], was '0'",
                "400 | /api/v1/search?q=a&n=many         | n must be a whole number in [1, 100], was 'many'",
                "400 | /api/v1/search?q=a&n=5&n=6        | n must stand once, stands 2 times",
                "400 | /api/v1/search?q=a&m=5            | there is no parameter 'm' here; expected q, n, names",
                "400 | /api/v1/model?n=5                 | there is no parameter 'n' here; there is none at all",
                "400 | /api/v1/search?q=a&names=latin    | names must be one of romaji, english, japanese, was 'latin'",
                "400 | /api/v1/users/x/recommendations   | the id of a user must be a whole number, was 'x'",
                "404 | /api/v1/users/7/recommendations   | user 7 is not among the 3 users of the training data; give a list instead",
                "404 | /api/v1/titles/4                  | no title here has the id 4",
                "400 | /api/v1/titles/x/similar          | the id of a title must be a whole number, was 'x'",
                "404 | /api/v1/titles/4/similar          | the model does not know a title (id 4): nobody in its training data watched it",
                "404 | /api/v1/nothing                   | there is nothing at /api/v1/nothing",
                "405 | /api/v1/recommendations           | GET is not possible at /api/v1/recommendations",
            })
    void whatIsWrongInAnAddressIsSaid(int status, String path, String detail) throws Exception {
        assertProblem(server.get(path), status, detail);
    }

    @Test
    void aListNobodyKnowsIsRefused() throws Exception {
        assertProblem(
                server.post(RECOMMENDATIONS, "application/json", "[{\"itemId\": 4}]"),
                422,
                "the model knows none of the 1 titles of the list; add one it knows");
    }

    @Test
    void bodiesOfOtherTypesAreRefused() throws Exception {
        assertProblem(
                server.post(RECOMMENDATIONS, "text/plain", "hello"),
                415,
                "the body must be application/json, application/xml, application/gzip or multipart/form-data, was "
                        + "text/plain");
    }

    @Test
    void aBrokenExportIsRefusedWithItsReason() throws Exception {
        assertProblem(
                server.post(RECOMMENDATIONS, "application/xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><myanimelist/>"),
                400,
                "the file has a DOCTYPE, which no list export has; it was not read");
        assertProblem(
                server.upload(RECOMMENDATIONS, "file", TestServer.LIST),
                400,
                "the form has no file 'list'; choose the export of your list");
    }

    @Test
    void aBodyOverTheLimitIsRefused() throws Exception {
        String message = "the request is too large: at most 8388608 bytes are read";
        byte[] large = new byte[9 << 20];

        assertProblem(
                server.post(RECOMMENDATIONS, "application/json", new byte[RequestReader.MAX_JSON_BYTES + 1]),
                413,
                "the body is too large: at most 1048576 bytes are read");
        assertProblem(server.upload(RECOMMENDATIONS, "list", "x".repeat(9 << 20)), 413, message);
        // without a length in advance
        HttpResponse<String> response = server.send(HttpRequest.newBuilder(URI.create(server.address(RECOMMENDATIONS)))
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(spaces(large)))));
        assertProblem(response, 413, "the file is too large: at most 8388608 bytes are read");
    }

    private static byte[] spaces(byte[] bytes) {
        java.util.Arrays.fill(bytes, (byte) ' ');
        bytes[0] = '<';
        bytes[1] = 'm';
        return bytes;
    }

    @Test
    void aFailureInsideIsToldWithoutItsTrace() throws Exception {
        try (TestServer failing = TestServer.start(() -> {
            throw new IllegalStateException("secret of the house");
        })) {
            assertProblem(
                    failing.get("/api/v1/model"), 500, "something went wrong here; the operator finds it in the log");
            HttpResponse<String> page = failing.get("/");
            assertEquals(500, page.statusCode());
            assertFalse(page.body().contains("secret"), page.body());
            assertFalse(page.body().contains("io.osusume"), page.body());
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

    static void assertProblem(HttpResponse<String> response, int status, String detail) throws IOException {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals("application/problem+json", type(response));
        JsonNode problem = json(response);
        assertEquals(detail, problem.path("detail").asString());
        assertEquals(status, problem.path("status").asInt());
        assertEquals("about:blank", problem.path("type").asString());
        assertTrue(problem.path("title").asString().length() > 3, response.body());
    }

    private static String type(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("none").split(";", -1)[0];
    }
}
