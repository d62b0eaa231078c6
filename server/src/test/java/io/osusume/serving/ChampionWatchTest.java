package io.osusume.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.model.Recommender;
import io.osusume.model.ease.EaseTrainer;
import io.osusume.model.popularity.PopularityTrainer;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.TwoWorlds;
import io.osusume.registry.ModelRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChampionWatchTest {
    private static final Duration NEVER = Duration.ofDays(1);
    private static final EaseTrainer EASE = new EaseTrainer(20);

    @TempDir
    Path artifacts;

    private Path models = Path.of("");
    private ModelRegistry registry = new ModelRegistry(models, List.of(), TwoWorlds.KERNELS);
    private String first = "";
    private String second = "";

    @BeforeEach
    void registerTwo() throws IOException {
        models = artifacts.resolve("models");
        registry = new ModelRegistry(models, List.of(EASE, new PopularityTrainer()), TwoWorlds.KERNELS);
        Recommender model = TwoWorlds.train(EASE);
        first = registry.register(TwoWorlds.registration(EASE, model, Instant.parse("2026-11-24T10:00:00Z")));
        second = registry.register(TwoWorlds.registration(EASE, model, Instant.parse("2026-11-25T10:00:00Z")));
    }

    private ChampionWatch start() {
        return ChampionWatch.start(registry, RecommendationService::new, NEVER);
    }

    private static RecommendationService served(ChampionWatch watch) {
        return assertInstanceOf(ModelState.Ready.class, watch.get()).service();
    }

    @Test
    void theChampionIsServedFromTheStart() throws IOException {
        registry.promote(first);
        try (ChampionWatch watch = start()) {
            assertEquals(first, served(watch).loaded().id());
        }
    }

    @Test
    void withoutAChampionTheServerSaysSoAndTakesUpTheFirst() throws IOException {
        try (ChampionWatch watch = start()) {
            ModelState.Missing missing = assertInstanceOf(ModelState.Missing.class, watch.get());
            assertEquals("there is no champion in " + models, missing.reason());
            registry.promote(first);
            watch.check();
            assertEquals(first, served(watch).loaded().id());
        }
    }

    @Test
    void anotherChampionIsTakenUpAndTheOldServiceStillAnswers() throws IOException {
        registry.promote(first);
        try (ChampionWatch watch = start()) {
            RecommendationService before = served(watch);
            registry.promote(second);
            watch.check();
            assertEquals(second, served(watch).loaded().id());
            assertEquals(
                    5,
                    before.recommend(List.of(new io.osusume.recommend.RatedItem(1, 9)), 5)
                            .cards()
                            .size());
            watch.check();
            assertSame(served(watch), served(watch));
        }
    }

    @Test
    void aDamagedChampionIsNotServedAndTheOldOneStays() throws IOException {
        registry.promote(first);
        try (ChampionWatch watch = start()) {
            registry.promote(second);
            Path file = models.resolve(second).resolve("model.safetensors");
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length - 1] ^= 1;
            Files.write(file, bytes);
            watch.check();
            assertEquals(first, served(watch).loaded().id());
            ChampionWatch.Refused refused = watch.refused().orElseThrow();
            assertEquals(second, refused.id());
            assertTrue(refused.reason().contains("model.safetensors"), refused.reason());

            bytes[bytes.length - 1] ^= 1;
            Files.write(file, bytes);
            watch.check(); // the same version again is not tried
            assertEquals(first, served(watch).loaded().id());
            registry.promote(first);
            watch.check();
            assertTrue(watch.refused().isEmpty());
            registry.promote(second);
            watch.check();
            assertEquals(second, served(watch).loaded().id());
        }
    }

    @Test
    void anAliasThatIsNonsenseChangesNothingAndIsFollowedAgainOnceItIsRight() throws IOException, InterruptedException {
        registry.promote(first);
        try (ChampionWatch watch = ChampionWatch.start(registry, RecommendationService::new, Duration.ofMillis(1))) {
            for (String nonsense : List.of("", "no version", "../../etc/passwd")) {
                Files.writeString(models.resolve("champion"), nonsense);
                Thread.sleep(20);
                assertEquals(first, served(watch).loaded().id());
            }
            registry.promote(second);
            for (int k = 0; k < 12_000 && !served(watch).loaded().id().equals(second); k++) {
                Thread.sleep(10);
            }
            assertEquals(second, served(watch).loaded().id());
        }
    }

    @Test
    void aModelThatFailsItsSelfTestIsNotServed() throws IOException {
        PopularityTrainer trainer = new PopularityTrainer();
        String popular = registry.register(
                TwoWorlds.registration(trainer, TwoWorlds.train(trainer), Instant.parse("2026-11-26T10:00:00Z")));
        registry.promote(first);
        try (ChampionWatch watch = start()) {
            Files.writeString(models.resolve("champion"), "ease-20200101T000000Z-abcdef\n");
            watch.check();
            String reason = watch.refused().orElseThrow().reason();
            assertTrue(reason.startsWith("there is no model version 'ease-20200101T000000Z-abcdef'; "), reason);
            registry.promote(popular);
            watch.check();
            assertEquals(popular, served(watch).loaded().id());
        }
    }
}
