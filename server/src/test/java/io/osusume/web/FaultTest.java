package io.osusume.web;

import static io.osusume.web.FaultLoad.Use.ASK;
import static io.osusume.web.FaultLoad.Use.CHANGE;
import static io.osusume.web.FaultLoad.Use.LOOK;
import static io.osusume.web.FaultLoad.Use.READ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.SharedData;
import io.osusume.gate.GateSettings;
import io.osusume.gate.RequestLines;
import io.osusume.gate.TrustedProxies;
import io.osusume.model.Recommender;
import io.osusume.model.ease.EaseTrainer;
import io.osusume.profiles.Database;
import io.osusume.profiles.DatabaseSettings;
import io.osusume.profiles.PostgresCluster;
import io.osusume.profiles.ProfileLimits;
import io.osusume.profiles.ProfileStore;
import io.osusume.profiles.StoreTrouble;
import io.osusume.recommend.Admission;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.TwoWorlds;
import io.osusume.registry.ModelRegistry;
import io.osusume.serving.ChampionWatch;
import io.osusume.serving.ModelSource;
import io.osusume.serving.ModelState;
import io.osusume.telemetry.Telemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real server in trouble while programs and fans use it without a pause: what each of them gets, as
/// docs/operations.md says, and that nothing acknowledged is lost.
class FaultTest {
    private static final EaseTrainer EASE = new EaseTrainer(20);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(50);

    @TempDir
    Path folder;

    /// What a row of the page says of a fault: the row must stand there word for word.
    private static void assertDocumented(String fault, FaultLoad load) throws IOException {
        String row = "| %s | %s | %s | %s |"
                .formatted(
                        fault,
                        load.answers(ASK).equals(load.answers(LOOK))
                                ? load.answers(ASK)
                                : load.answers(ASK) + "; pages " + load.answers(LOOK),
                        load.answers(READ),
                        load.answers(CHANGE));
        String page = Files.readString(SharedData.projectRoot().resolve("docs/operations.md"));
        assertTrue(page.contains("\n" + row), () -> "docs/operations.md lacks the row\n" + row);
    }

    private static Operation operation() {
        return new Operation(
                new GateSettings(
                        Telemetry.NONE,
                        TrustedProxies.NONE,
                        RequestLines.NONE,
                        Duration.ofSeconds(30),
                        4096,
                        Duration.ZERO,
                        Duration.ofSeconds(10)),
                Optional.empty());
    }

    private static TestServer server(ModelSource source, Database database) {
        ProfileStore store = new ProfileStore(database, ProfileLimits.DEFAULT, InstantSource.system());
        PageServices services = new PageServices(Optional.of(store), List.of(), Optional::empty);
        return TestServer.start(source, ApiSettings.OPEN, services, operation());
    }

    private static ModelSource model() {
        return ModelSource.fixed(new RecommendationService(TwoWorlds.loaded()));
    }

    private DatabaseSettings sqlite() {
        DatabaseSettings usual = DatabaseSettings.sqlite(folder.resolve("profiles.db"));
        return new DatabaseSettings(usual.url(), "", usual.password(), 4, Duration.ofSeconds(1));
    }

    @Test
    void anotherGoodChampionTakesOverBetweenTwoRequestsAndADamagedOneNever() throws Exception {
        ModelRegistry registry = new ModelRegistry(folder.resolve("models"), List.of(EASE), TwoWorlds.KERNELS);
        Recommender trained = TwoWorlds.train(EASE);
        String first = register(registry, trained, "2026-11-24T10:00:00Z");
        String second = register(registry, trained, "2026-11-25T10:00:00Z");
        String damaged = register(registry, trained, "2026-11-26T10:00:00Z");
        Path file = registry.models().resolve(damaged).resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        registry.promote(first);
        try (Database database = Database.open(sqlite());
                ChampionWatch champion = ChampionWatch.start(registry, RecommendationService::new, LOOKS_EVERY);
                TestServer server = server(champion, database);
                FaultLoad load = FaultLoad.on(server, 2)) {
            load.mark();
            registry.promote(second);
            load.await("the second answers", () -> served(champion).equals(second));
            load.awaitMore(20);
            assertDocumented("the champion becomes another good version", load);

            load.mark();
            Files.writeString(registry.models().resolve("champion"), damaged + "\n"); // promoting refuses it
            load.await(
                    "the damaged one is refused",
                    () -> champion.refused()
                            .filter(refused -> refused.id().equals(damaged))
                            .isPresent());
            load.awaitMore(20);
            assertEquals(second, served(champion));
            assertDocumented("the champion becomes a damaged version, or one that fails its self-test", load);

            registry.promote(first);
            load.await("the first answers again", () -> served(champion).equals(first));
            assertTrue(champion.refused().isEmpty());
            load.assertNothingAcknowledgedIsLost();
        }
    }

    private static String register(ModelRegistry registry, Recommender trained, String created) throws IOException {
        return registry.register(TwoWorlds.registration(EASE, trained, Instant.parse(created)));
    }

    private static String served(ModelSource source) {
        return source.get() instanceof ModelState.Ready ready
                ? ready.service().loaded().id()
                : "";
    }

    @Test
    void aDatabaseThatIsKilledCostsOnlyKeptLists() throws Exception {
        try (PostgresCluster cluster = PostgresCluster.start()) {
            DatabaseSettings usual = cluster.newDatabase();
            DatabaseSettings settings =
                    new DatabaseSettings(usual.url(), usual.user(), usual.password(), 4, Duration.ofSeconds(1));
            try (Database database = Database.open(settings);
                    TestServer server = server(model(), database);
                    FaultLoad load = FaultLoad.on(server, 2)) {
                cluster.kill();
                load.awaitAnswer(READ, "503");
                load.awaitAnswer(CHANGE, "503");
                load.mark();
                load.awaitMore(5);
                assertDocumented("PostgreSQL is killed", load);

                cluster.launch();
                load.mark();
                load.awaitAnswer(READ, "200");
                load.awaitAnswer(CHANGE, "303");
                load.mark();
                load.awaitMore(20);
                assertDocumented("PostgreSQL is there again", load);
                load.assertNothingAcknowledgedIsLost();
            }
        }
    }

    @Test
    void aDatabaseThatAnotherProgramLocksCanBeRead() throws Exception {
        try (Database database = Database.open(sqlite());
                TestServer server = server(model(), database);
                FaultLoad load = FaultLoad.on(server, 2)) {
            StoreTrouble.whileLocked(sqlite(), () -> {
                try {
                    load.awaitAnswer(CHANGE, "503");
                    load.mark();
                    load.awaitMore(2);
                    assertDocumented("another program locks the SQLite file", load);
                } catch (InterruptedException | IOException failed) {
                    throw new IllegalStateException(failed);
                }
            });
            load.mark();
            load.awaitAnswer(CHANGE, "303");
            load.assertNothingAcknowledgedIsLost();
        }
    }

    @Test
    void aFullDiskKeepsNothingNewAndLosesNothing() throws Exception {
        try (Database database = Database.open(sqlite());
                TestServer server = server(model(), database);
                FaultLoad load = FaultLoad.on(server, 2)) {
            StoreTrouble.limitPages(database, 1);
            load.awaitAnswer(CHANGE, "507");
            load.mark();
            load.awaitMore(20);
            assertDocumented("the disk of the database is full", load);

            StoreTrouble.limitPages(database, 1_000_000);
            load.mark();
            load.awaitAnswer(CHANGE, "303");
            load.assertNothingAcknowledgedIsLost();
        }
    }

    @Test
    void moreQuestionsThanCanBeWorkedOnAreTurnedAwayAtOnce() throws Exception {
        Admission one = new Admission(1, 4, Duration.ofMillis(20));
        RecommendationService service =
                new RecommendationService(TwoWorlds.loaded(), Clock.systemUTC(), one, Telemetry.NONE);
        try (Database database = Database.open(sqlite());
                TestServer server = server(ModelSource.fixed(service), database);
                FaultLoad load = FaultLoad.on(server, 1)) {
            one.admit(() -> {
                try {
                    load.awaitAnswer(ASK, "503");
                    load.awaitAnswer(LOOK, "503");
                    load.awaitAnswer(READ, "503");
                    load.mark();
                    load.awaitMore(5);
                    assertDocumented("all questions that can be worked on, or may wait, are there", load);
                    return 0;
                } catch (InterruptedException | IOException failed) {
                    throw new IllegalStateException(failed);
                }
            });
            load.mark();
            load.awaitAnswer(ASK, "200");
            load.assertNothingAcknowledgedIsLost();
        }
    }
}
