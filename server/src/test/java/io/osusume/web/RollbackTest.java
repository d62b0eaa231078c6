package io.osusume.web;

import static io.osusume.web.FaultLoad.Use.ASK;
import static io.osusume.web.FaultLoad.Use.LOOK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.model.Recommender;
import io.osusume.model.ease.EaseTrainer;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.TwoWorlds;
import io.osusume.registry.AliasChange.Because;
import io.osusume.registry.ModelRegistry;
import io.osusume.serving.ChampionWatch;
import io.osusume.serving.ModelState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A champion taken back while programs and fans ask without a pause.
class RollbackTest {
    private static final EaseTrainer EASE = new EaseTrainer(20);

    @TempDir
    Path models;

    @Test
    void championsTakenBackUnderLoadCostNoRequestAndTheWayBackNoLoading() throws Exception {
        ModelRegistry registry = new ModelRegistry(models, List.of(EASE), TwoWorlds.KERNELS);
        Recommender trained = TwoWorlds.train(EASE);
        String first = register(registry, trained, "2026-11-24T10:00:00Z");
        String second = register(registry, trained, "2026-11-25T10:00:00Z");
        registry.promote(first);
        AtomicInteger loaded = new AtomicInteger();
        List<Long> millis = new ArrayList<>();
        try (ChampionWatch champion = ChampionWatch.start(
                        registry,
                        model -> {
                            loaded.incrementAndGet();
                            return new RecommendationService(model);
                        },
                        Duration.ofMillis(20));
                TestServer server = TestServer.start(champion);
                FaultLoad load = FaultLoad.on(server, 0)) {
            load.mark();
            registry.promote(second);
            load.await("the second is served", () -> served(champion).equals(second));
            for (int k = 0; k < 10; k++) {
                load.awaitMore(3);
                long start = System.nanoTime();
                String back = registry.rollback(new Because(Instant.now(), "mai", "rehearsal", false));
                millis.add((System.nanoTime() - start) / 1_000_000);
                load.await("the rollback is served", () -> served(champion).equals(back));
            }
            load.awaitMore(3);
            assertEquals("200", load.answers(ASK));
            assertEquals("200", load.answers(LOOK));
        }
        System.out.println("rollbacks under load, milliseconds each: " + millis);
        assertEquals(2, loaded.get(), "each version is loaded once");
        assertEquals(12, registry.history().size());
    }

    private static String register(ModelRegistry registry, Recommender trained, String created) throws IOException {
        return registry.register(TwoWorlds.registration(EASE, trained, Instant.parse(created)));
    }

    private static String served(ChampionWatch watch) {
        return watch.get() instanceof ModelState.Ready ready
                ? ready.service().loaded().id()
                : "";
    }
}
