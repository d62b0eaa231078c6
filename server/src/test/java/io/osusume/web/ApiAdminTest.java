package io.osusume.web;

import static io.osusume.web.TestServer.assertProblem;
import static io.osusume.web.TestServer.header;
import static io.osusume.web.TestServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.model.ease.EaseTrainer;
import io.osusume.profiles.Scope;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SmallModel;
import io.osusume.recommend.TwoWorlds;
import io.osusume.registry.ModelRegistry;
import io.osusume.serving.ChampionWatch;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What those who run the server do over the API.
class ApiAdminTest {
    private static final String CHECK = "/api/v1/admin/model/check";

    @TempDir
    Path folder;

    @Test
    void whatIsStoredIsCountedAndNoneOfItShown() throws Exception {
        try (TestServer server = TestServer.keeping(new RecommendationService(SmallModel.loaded()))) {
            String program = "Bearer " + server.key(Scope.PROFILE);
            String admin = "Bearer " + server.key(Scope.ADMIN);
            String token = json(server.ask("POST", "/api/v1/profile", "", "Authorization", program))
                    .path("token")
                    .asString();
            server.ask(
                    "PATCH",
                    "/api/v1/profile/entries",
                    "[{\"itemId\":1},{\"itemId\":6}]",
                    "Authorization",
                    program,
                    "Osusume-Profile",
                    token);

            HttpResponse<String> counts = server.get("/api/v1/admin/counts", "Authorization", admin);

            assertEquals("{\"profiles\":1,\"entries\":2,\"marks\":0,\"changes\":1,\"apiKeys\":2}", counts.body());
            assertEquals("no-store", header(counts, "Cache-Control"));
            assertEquals(
                    403,
                    server.get("/api/v1/profile", "Authorization", admin, "Osusume-Profile", token)
                            .statusCode(),
                    "who administers reads no profile");
        }
    }

    @Test
    void aServerOfOneModelSaysSo() throws Exception {
        try (TestServer server = TestServer.keeping(new RecommendationService(SmallModel.loaded()))) {
            String admin = "Bearer " + server.key(Scope.ADMIN);
            assertEquals(
                    "{\"model\":\"small-1\",\"follows\":false}",
                    server.get("/api/v1/admin/model", "Authorization", admin).body());
            assertProblem(
                    server.ask("POST", CHECK, "", "Authorization", admin),
                    501,
                    "this server serves one model for good; start it without --model to follow the champion");
        }
    }

    @Test
    void anotherChampionIsTakenUpAtOnceAndARepairedOneAgain() throws Exception {
        EaseTrainer ease = new EaseTrainer(20);
        ModelRegistry registry = new ModelRegistry(folder.resolve("models"), List.of(ease), TwoWorlds.KERNELS);
        String first = registry.register(
                TwoWorlds.registration(ease, TwoWorlds.train(ease), Instant.parse("2026-11-24T10:00:00Z")));
        String second = registry.register(
                TwoWorlds.registration(ease, TwoWorlds.train(ease), Instant.parse("2026-11-25T10:00:00Z")));
        registry.promote(first);
        try (ChampionWatch watch = ChampionWatch.start(registry, RecommendationService::new, Duration.ofDays(1));
                TestServer server = TestServer.keeping(watch, Operation.USUAL)) {
            String admin = "Bearer " + server.key(Scope.ADMIN);
            assertEquals(first, check(server, admin, "").path("model").asString());

            Path model = folder.resolve("models/" + second + "/manifest.json");
            byte[] right = Files.readAllBytes(model);
            Files.writeString(model, "{");
            Files.writeString(folder.resolve("models/champion"), second);
            JsonNode broken = check(server, admin, "");
            assertEquals(first, broken.path("model").asString());
            assertEquals(second, broken.at("/refused/id").asString());
            assertTrue(broken.at("/refused/reason").asString().length() > 10, broken.toString());

            Files.write(model, right);
            assertTrue(check(server, admin, "").has("refused"), "it is not tried again by itself");
            JsonNode repaired = check(server, admin, "?again=true");
            assertEquals(second, repaired.path("model").asString());
            assertTrue(repaired.path("follows").asBoolean());
            assertFalse(repaired.has("refused"), repaired.toString());
        }
    }

    private static JsonNode check(TestServer server, String admin, String query) throws Exception {
        HttpResponse<String> response = server.ask("POST", CHECK + query, "", "Authorization", admin);
        assertEquals(200, response.statusCode(), response.body());
        return json(response);
    }
}
