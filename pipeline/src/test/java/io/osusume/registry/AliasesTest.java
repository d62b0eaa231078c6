package io.osusume.registry;

import static io.osusume.registry.SampleRegistration.NOON;
import static io.osusume.registry.SampleRegistration.failure;
import static io.osusume.registry.SampleRegistration.registration;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.registry.AliasChange.Because;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AliasesTest {
    @TempDir
    Path models;

    private ModelRegistry registry = new ModelRegistry(Path.of(""), List.of(), WeightedModel.KERNELS);
    private String first = "";
    private String second = "";

    @BeforeEach
    void registerTwo() throws IOException {
        registry = new ModelRegistry(models, List.of(new WeightedModel.Maker(1)), WeightedModel.KERNELS);
        first = registry.register(registration(1, NOON));
        second = registry.register(registration(2, NOON.plusSeconds(1)));
    }

    private static Because because(String why) {
        return new Because(Instant.parse("2026-11-28T10:00:00Z"), "mai", why, false);
    }

    private List<String> moves() throws IOException {
        return registry.history().stream()
                .map(change -> change.alias().word() + " " + change.from().orElse("-") + " -> "
                        + change.to().orElse("-") + " " + change.because().who() + ": "
                        + change.because().why())
                .toList();
    }

    @Test
    void aRollbackGoesToTheChampionBeforeAndASecondOneTakesItBack() throws IOException {
        registry.promote(first, because("the first"));
        registry.promote(second, because("better"));
        assertEquals(Optional.of(first), registry.version(Alias.PREVIOUS));

        assertEquals(first, registry.rollback(because("worse after all")));
        assertEquals(Optional.of(first), registry.champion());
        assertEquals(Optional.of(second), registry.version(Alias.PREVIOUS));
        assertEquals(second, registry.rollback(because("no, better")));
        assertEquals(Optional.of(second), registry.champion());
        assertEquals(
                List.of(
                        "champion - -> " + first + " mai: the first",
                        "champion " + first + " -> " + second + " mai: better",
                        "champion " + second + " -> " + first + " mai: worse after all",
                        "champion " + first + " -> " + second + " mai: no, better"),
                moves());
    }

    @Test
    void withoutAChampionBeforeThereIsNoRollback() throws IOException {
        assertEquals(
                "there is no champion before this one, see " + models.resolve("previous")
                        + "; promote a version by its id instead",
                failure(() -> registry.rollback(because(""))));
        registry.promote(first);
        assertEquals(
                "there is no champion before " + first + ", see " + models.resolve("previous")
                        + "; promote a version by its id instead",
                failure(() -> registry.rollback(because(""))));
    }

    @Test
    void aRollbackToAVersionThatLacksAFileIsRefusedAndTheChampionStays() throws IOException {
        registry.promote(first);
        registry.promote(second);
        Path file = models.resolve(first).resolve("model.safetensors");
        Files.delete(file);
        assertEquals(
                file + " is missing though the manifest names it; train again or restore the file",
                failure(() -> registry.rollback(because(""))));
        assertEquals(Optional.of(second), registry.champion());
    }

    @Test
    void theFolderOfAnEarlierProgramWithItsOneFileIsReadAndItsChampionIsTheOneBefore() throws IOException {
        Files.writeString(models.resolve("champion"), first + "\n");
        assertEquals(Optional.of(first), registry.champion());
        assertEquals(List.of(), registry.history());

        registry.promote(second, because("better"));
        assertEquals(first, registry.rollback(because("worse")));
        assertEquals(
                List.of(
                        "champion - -> " + first + " : moved without a record; found at the next move",
                        "champion " + first + " -> " + second + " mai: better",
                        "champion " + second + " -> " + first + " mai: worse"),
                moves());
    }

    @Test
    void aPromotionAfterAComparisonNeedsTheChampionItWasComparedWith() throws IOException {
        String third = registry.register(registration(3, NOON.plusSeconds(2)));
        registry.promote(first);
        registry.challenge(third, because("new"));
        registry.promote(second); // meanwhile
        assertEquals(
                "the champion is " + second + " by now, and " + third + " was compared with " + first
                        + "; let the gate compare them again",
                failure(() -> registry.promote(third, Optional.of(first), because("passed the gate"))));
        assertEquals(Optional.of(third), registry.version(Alias.CHALLENGER));

        registry.promote(third, Optional.of(second), because("passed the gate"));
        assertEquals(Optional.of(third), registry.champion());
        assertEquals(Optional.empty(), registry.version(Alias.CHALLENGER), "it has won");
    }

    @Test
    void ofManyWhoPromoteAtTheSameTimeNoMoveIsLost() throws Exception {
        List<String> ids = new ArrayList<>(List.of(first, second));
        for (int k = 2; k < 6; k++) {
            ids.add(registry.register(registration(k + 1, NOON.plusSeconds(k))));
        }
        try (ExecutorService writers = Executors.newFixedThreadPool(ids.size())) {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (String id : ids) {
                tasks.add(() -> registry.promote(id, because("mine")));
            }
            for (Future<Boolean> each : writers.invokeAll(tasks)) {
                assertTrue(each.get());
            }
        }
        List<AliasChange> history = registry.history();
        assertEquals(ids.size(), history.size(), moves()::toString);
        for (int k = 1; k < history.size(); k++) {
            assertEquals(history.get(k - 1).to(), history.get(k).from(), "one after the other");
        }
        assertEquals(registry.champion(), history.getLast().to());
        assertEquals(registry.version(Alias.PREVIOUS), history.getLast().from());
    }

    @Test
    void aTextIsReplacedOnlyIfItIsStillWhatWasRead() throws IOException {
        AtomicTexts texts = new AtomicTexts(models);
        assertTrue(texts.compareAndSet("word", Optional.empty(), Optional.of("one")));
        assertFalse(texts.compareAndSet("word", Optional.empty(), Optional.of("two")));
        assertEquals(Optional.of("one"), texts.read("word"));
        assertTrue(texts.compareAndSet("word", Optional.of("one"), Optional.empty()));
        assertEquals(Optional.empty(), texts.read("word"));
    }

    @Test
    void aLineOfTheHistoryThatIsNoMoveIsNamed() throws IOException {
        Files.writeString(models.resolve("history.jsonl"), "{\"at\":\"yesterday\"}\n");
        assertEquals(
                models.resolve("history.jsonl") + " line 1 must be a move of an alias as JSON, was"
                        + " '{\"at\":\"yesterday\"}'; repair the line or move the file away",
                failure(registry::history));
    }
}
