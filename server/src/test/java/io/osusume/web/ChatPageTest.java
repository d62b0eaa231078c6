package io.osusume.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.assistant.Assistant;
import io.osusume.assistant.AssistantLimits;
import io.osusume.assistant.AssistantUsage;
import io.osusume.assistant.DayCount;
import io.osusume.openai.OpenAiModel;
import io.osusume.openai.OpenAiSettings;
import io.osusume.openai.ScriptedServer;
import io.osusume.profiles.ProfileToken;
import io.osusume.profiles.Scope;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SampleModel;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The page of the conversation without JavaScript, its stream, and the same by the API; rules answer.
class ChatPageTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.keeping(new RecommendationService(SampleModel.loaded()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void thePageSaysThatRulesAnswer() throws Exception {
        String page = server.get("/chat").body();
        assertTrue(page.contains("no language model is asked, and nothing leaves this server"), page);
        assertTrue(page.contains("aria-current=\"page\">Chat</a>"), page);
    }

    @Test
    void aMessageWithoutAProfileIsAnsweredOnThePageAndNotKept() throws Exception {
        HttpResponse<String> answer = new TestFan(server).post("/chat", "said=a+comedy");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("what the community rates highest"), answer.body());
        assertTrue(answer.body().contains("href=\"/titles/"), answer.body());
        assertFalse(server.get("/chat").body().contains("a comedy"));
    }

    @Test
    void aConversationIsKeptInTheProfileTakenAlongAndForgotten() throws Exception {
        TestFan fan = TestFan.keeping(server, "pick=5114:10&pick=1:9");
        assertEquals(
                303,
                fan.post("/chat", fan.formToken() + "&said=tell+me+about+Steins;Gate")
                        .statusCode());
        String page = fan.get("/chat").body();
        assertTrue(page.contains("tell me about Steins;Gate"), page);
        assertTrue(page.contains("href=\"/titles/9253\""), page);
        String taken = fan.get("/data/osusume.json").body();
        assertTrue(taken.contains("\"said\":\"tell me about Steins;Gate\""), taken);
        assertTrue(taken.contains("[[9253]]"), taken);
        assertEquals(303, fan.post("/chat/forget", fan.formToken()).statusCode());
        assertFalse(fan.get("/chat").body().contains("tell me about Steins;Gate"));
    }

    @Test
    void aProposedChangeHappensByTheFansOwnFormAndCanBeUndone() throws Exception {
        TestFan fan = TestFan.keeping(server, "pick=5114:10");
        ProfileToken token = ProfileToken.parse(fan.cookie().split("=", 2)[1]).orElseThrow();
        fan.post("/chat", fan.formToken() + "&said=I+give+Trigun+an+8");
        assertTrue(fan.get("/chat").body().contains("Put Trigun on my list with 8"));
        assertEquals(
                1, server.profiles().contents(token).orElseThrow().entries().size());
        HttpResponse<String> done = fan.post("/feedback", fan.formToken() + "&from=/chat&item=6&score=8&deed=seen");
        String next = done.headers().firstValue("Location").orElseThrow();
        assertTrue(next.startsWith("/chat?done=seen:6:"), next);
        assertEquals(
                2, server.profiles().contents(token).orElseThrow().entries().size());
        String page = fan.get(next).body();
        assertTrue(page.contains("Undo"));
        assertTrue(page.contains("Done: Put Trigun on my list with 8"), page);
        assertFalse(page.contains("value=\"seen\""), page);
    }

    @Test
    void anExampleIsAskedByItsButton() throws Exception {
        TestFan fan = new TestFan(server);
        String begun = fan.get("/chat").body();
        assertTrue(begun.contains("name=\"said\" value=\"Girl pilots in space, bittersweet\""), begun);
        String known = TestFan.keeping(server, "pick=5114:10").get("/chat").body();
        assertTrue(known.contains("name=\"said\" value=\"What is my taste?\""), known);
    }

    @Test
    void rulesSayWhatTheyUnderstoodOfAWish() throws Exception {
        String page = new TestFan(server)
                .post("/chat", "said=funny+movies+after+2005,+max+100+minutes,+no+sequels,+not+sad")
                .body();
        assertTrue(
                page.contains("You want: movies; comedy; no drama; from 2006 on; at most 100 minutes in all;"
                        + " only franchises new to you."),
                page);
        assertTrue(
                new TestFan(server).post("/chat", "said=thank+you").body().contains("What are you in the mood for?"));
        assertTrue(new TestFan(server).post("/chat", "said=%3F%3F%3F").body().contains("That was not understood."));
    }

    @Test
    void theStreamSaysTheAnswerAndEndsWithTheTurn() throws Exception {
        HttpResponse<String> stream = new TestFan(server).post("/chat/stream", "said=a+comedy");
        assertEquals("text/event-stream", TestServer.type(stream));
        assertTrue(stream.body().startsWith("event: tool\ndata: {\"name\":\"recommend\"}\n\n"), stream.body());
        assertTrue(stream.body().contains("event: title\n"), stream.body());
        assertTrue(stream.body().contains("event: done\ndata: {\"html\":"), stream.body());
    }

    @Test
    void whatAModelSaysLeavesTheServerWhileTheModelStillSpeaks() throws Exception {
        CountDownLatch rest = new CountDownLatch(1);
        try (ScriptedServer model = new ScriptedServer();
                Assistant assistant = new Assistant(
                        Optional.of(new OpenAiModel(OpenAiSettings.of("sk-test", model.address(), "scripted"))),
                        AssistantLimits.DEFAULT,
                        new AssistantUsage(),
                        DayCount.inMemory(),
                        InstantSource.system());
                TestServer talking = TestServer.talking(new RecommendationService(SampleModel.loaded()), assistant);
                HttpClient browser = HttpClient.newHttpClient()) {
            model.script(new ScriptedServer.Script.Held(
                    List.of("Let us see", " what there is", " for you."), rest, List.of(" Here it is.")));
            HttpResponse<InputStream> stream = browser.send(
                    HttpRequest.newBuilder(URI.create(talking.address("/chat/stream")))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("said=hello"))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
                // would wait until the model is given up if words were kept until the end
                assertTrue(lines.lines()
                        .takeWhile(line -> !line.equals("event: done"))
                        .anyMatch(line -> line.contains("there")));
                rest.countDown();
                assertTrue(lines.lines().anyMatch(line -> line.equals("event: done")));
            } finally {
                rest.countDown();
            }
        }
    }

    @Test
    void anEmptyOrTooLongMessageIsRefused() throws Exception {
        TestFan fan = new TestFan(server);
        assertEquals(400, fan.post("/chat", "said=").statusCode());
        assertEquals(400, fan.post("/chat", "said=" + "x".repeat(2_001)).statusCode());
    }

    @Test
    void aFormOfAnotherSiteIsRefused() throws Exception {
        TestFan fan = TestFan.keeping(server, "pick=5114:10");
        assertEquals(403, fan.post("/chat/stream", "said=hello").statusCode());
        assertEquals(
                403,
                fan.post("/chat", "said=hello", "Sec-Fetch-Site", "cross-site").statusCode());
    }

    @Test
    void theApiAnswersForAProfile() throws Exception {
        ProfileToken token = server.profiles().create();
        HttpResponse<String> answer = server.ask(
                "POST",
                "/api/v1/profile/chat",
                "{\"said\": \"tell me about Steins;Gate\"}",
                "Authorization",
                "Bearer " + server.key(Scope.PROFILE),
                "Osusume-Profile",
                token.text());
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("rules", TestServer.json(answer).path("mode").asString());
        assertTrue(TestServer.json(answer).path("text").asString().contains("[[9253]]"), answer.body());
        assertEquals(
                9253,
                TestServer.json(answer).path("titles").path(0).path("itemId").asInt());
        HttpResponse<String> usage =
                server.get("/api/v1/admin/chat", "Authorization", "Bearer " + server.key(Scope.ADMIN));
        assertTrue(TestServer.json(usage).path("byRules").asInt() > 0, usage.body());
    }
}
