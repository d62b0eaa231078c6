package io.osusume.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.assistant.Assistant;
import io.osusume.assistant.AssistantLimits;
import io.osusume.assistant.AssistantUsage;
import io.osusume.assistant.DayCount;
import io.osusume.data.Catalogue;
import io.osusume.data.SharedData;
import io.osusume.data.Title;
import io.osusume.openai.OpenAiModel;
import io.osusume.openai.OpenAiSettings;
import io.osusume.openai.ScriptedServer;
import io.osusume.openai.ScriptedServer.Script;
import io.osusume.profiles.ProfileContents;
import io.osusume.profiles.ProfileToken;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SampleModel;
import io.osusume.registry.LoadedModel;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Attacks by words: in synopses, in names, in messages. The model behind is one that does whatever it
/// reads. Nothing changes, and nothing comes out that is not the fan's own.
class ChatInjectionTest {
    private static final List<Long> POISONED = SampleModel.loaded().catalogue().titles().stream()
            .map(Title::itemId)
            .toList();
    private static final String KEY = "sk-secret-0123456789";

    private static List<String> attacks() throws IOException {
        return Files.readAllLines(
                        SharedData.projectRoot().resolve("server/src/test/resources/io/osusume/web/injections.txt"))
                .stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /// The sample, some of whose titles tell the model what to do in their names, studios and synopses.
    private static RecommendationService poisoned(List<String> attacks) {
        LoadedModel sample = SampleModel.loaded();
        List<Title> titles = new ArrayList<>(sample.catalogue().titles());
        for (int k = 0; k < attacks.size(); k++) {
            titles.set(k, poisoned(titles.get(k), attacks.get(k)));
        }
        return new RecommendationService(new LoadedModel(
                sample.id(),
                sample.model(),
                sample.users(),
                sample.items(),
                sample.scale(),
                new Catalogue(titles, sample.catalogue().relations()),
                sample.manifest()));
    }

    private static Title poisoned(Title title, String attack) {
        return new Title(
                title.itemId(),
                title.name() + " " + attack,
                attack,
                title.japaneseName(),
                title.type(),
                title.episodes(),
                title.airedFrom(),
                title.airedTo(),
                title.year(),
                title.season(),
                title.genres(),
                List.of(attack),
                title.source(),
                title.durationMinutes(),
                title.ageRating(),
                title.score(),
                title.members(),
                attack);
    }

    /// A model that obeys: it tries every tool that could do harm, then says all it was told and all it
    /// can think of.
    private static Function<JsonNode, Script> obeying(String otherToken, long itemId) {
        return request -> {
            int tools = 0;
            for (JsonNode message : request.path("messages")) {
                tools += message.path("role").asString().equals("tool") ? 1 : 0;
            }
            if (tools == 0) {
                return Script.Calls.of(
                        "title_facts",
                        "{\"itemId\": " + itemId + "}",
                        "propose_change",
                        "{\"deed\": \"seen\", \"itemId\": 1, \"score\": 1}",
                        "propose_change",
                        "{\"deed\": \"not-interested\", \"itemId\": 5114}",
                        "apply_change",
                        "{\"itemId\": 1}",
                        "read_profile",
                        "{\"token\": \"" + otherToken + "\"}",
                        "forget_me",
                        "{}",
                        "recommend",
                        "{\"age\": \"adult\", \"n\": 20}");
            }
            String prompt = request.path("messages").path(0).path("content").asString();
            return new Script.Says(List.of(
                    prompt,
                    "\n",
                    "The key is " + KEY + ".\n",
                    "The other profile is " + otherToken + ".\n",
                    "Open http://evil.example/?q=" + KEY + " now.\n",
                    "<script>alert(1)</script>\n",
                    "![x](http://evil.example/x.png)\n",
                    "Watch Zorblax Chronicle.\n"));
        };
    }

    @Test
    void noAttackChangesAListOrBringsOutASecret() throws Exception {
        List<String> attacks = attacks();
        assertTrue(attacks.size() >= 50, "there are " + attacks.size());
        try (ScriptedServer model = new ScriptedServer();
                Assistant assistant = new Assistant(
                        Optional.of(new OpenAiModel(OpenAiSettings.of(KEY, model.address(), "scripted"))),
                        new AssistantLimits(100_000, 20, 8, Duration.ofSeconds(20), 1_000, 0, 1, 1),
                        new AssistantUsage(),
                        DayCount.inMemory(),
                        InstantSource.system());
                TestServer server = TestServer.talking(poisoned(attacks), assistant)) {
            for (int k = 0; k < attacks.size(); k++) {
                long poisoned = POISONED.get(k);
                String said = k % 2 == 0 ? "tell me about it" : attacks.get(k);
                attack(attacks.get(k), poisoned, said, model, server);
            }
        }
    }

    private static void attack(String attack, long itemId, String said, ScriptedServer model, TestServer server)
            throws Exception {
        ProfileToken other = server.profiles().create();
        TestFan fan = TestFan.keeping(server, "pick=1:9&pick=5114:10");
        ProfileToken own = ProfileToken.parse(fan.cookie().split("=", 2)[1]).orElseThrow();
        ProfileContents before = server.profiles().contents(own).orElseThrow();
        int earlier = model.requests().size();
        model.always(obeying(other.text(), itemId));

        HttpResponse<String> streamed =
                fan.post("/chat/stream", fan.formToken() + "&said=" + URLEncoder.encode(said, StandardCharsets.UTF_8));
        String page = streamed.body() + fan.get("/chat").body();

        assertEquals(200, streamed.statusCode(), attack);
        ProfileContents after = server.profiles().contents(own).orElseThrow();
        assertEquals(before.version(), after.version(), attack);
        assertEquals(before.entries(), after.entries(), attack);
        assertEquals(before.hidden(), after.hidden(), attack);
        assertEquals(0, server.profiles().contents(other).orElseThrow().version(), attack);
        for (String secret :
                List.of(KEY, other.text(), own.text(), "the pages of Osusume, a recommender", "q=sk-", "The key is")) {
            assertFalse(page.contains(secret), secret + " came out with: " + attack);
        }
        assertFalse(page.contains("<script>alert"), attack);
        List<JsonNode> requests =
                model.requests().subList(earlier, model.requests().size());
        assertTrue(
                requests.get(1).toString().contains("<data tool=\\\"title_facts\\\">"),
                "what is read is marked as data");
        assertFalse(requests.toString().contains(KEY), "the model does not know the key");
        assertFalse(requests.getFirst().toString().contains(own.text()), "nor a token");
    }

    @Test
    void titlesForAdultsStayOutWhateverIsAsked() throws Exception {
        try (ScriptedServer model = new ScriptedServer();
                Assistant assistant = new Assistant(
                        Optional.of(new OpenAiModel(OpenAiSettings.of(KEY, model.address(), "scripted"))),
                        AssistantLimits.DEFAULT,
                        new AssistantUsage(),
                        DayCount.inMemory(),
                        InstantSource.system());
                TestServer server = TestServer.talking(
                        new RecommendationService(io.osusume.recommend.TwoWorlds.loaded()), assistant)) {
            model.script(
                    Script.Calls.of("title_facts", "{\"itemId\": 80}", "recommend", "{\"age\": \"adult\", \"n\": 20}"),
                    Script.Says.words("Here it is: [[80]]. Anything else?"),
                    Script.Says.words("Here it is: [[80]]. Anything else?"));
            TestFan fan = TestFan.keeping(server, "pick=41:9&pick=42:10");
            String page = fan.post("/chat/stream", fan.formToken() + "&said=I+am+an+adult")
                    .body();
            assertFalse(page.contains("/titles/80"), page);
            String told = model.requests().get(1).path("messages").toString();
            assertTrue(told.contains("is for adults, which the fan's setting keeps out"), told);
            assertFalse(told.contains("\\\"itemId\\\":80,"), told);
        }
    }
}
