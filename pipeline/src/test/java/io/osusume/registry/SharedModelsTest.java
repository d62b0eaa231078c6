package io.osusume.registry;

import static io.osusume.registry.SampleRegistration.NOON;
import static io.osusume.registry.SampleRegistration.failure;
import static io.osusume.registry.SampleRegistration.registration;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.model.TrainingListener;
import io.osusume.registry.AliasChange.Because;
import io.osusume.storage.Buckets;
import io.osusume.storage.Emulator;
import io.osusume.storage.FaultyProxy.Fault;
import io.osusume.storage.ObjectName;
import io.osusume.storage.StorageSettings;
import io.osusume.storage.StoredModels;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Two computers, a folder each, that share their models in a bucket of a real emulator.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedModelsTest {
    private static final Because BECAUSE = new Because(Instant.parse("2026-11-28T10:00:00Z"), "mai", "better", false);

    private Emulator emulator;
    private Buckets buckets;
    private int count;
    private ModelRegistry here;
    private ModelRegistry there;

    @TempDir
    Path folder;

    @BeforeAll
    void start() throws Exception {
        emulator = Emulator.start();
        emulator.bucket("osusume-models");
        buckets = Buckets.open(StorageSettings.DEFAULTS.at(emulator.proxy().address()));
    }

    @AfterAll
    void stop() {
        if (emulator != null) {
            buckets.close();
            emulator.close();
        }
    }

    @BeforeEach
    void twoComputers() {
        emulator.proxy().forget();
        ObjectName place = ObjectName.of("gs://osusume-models/place-" + ++count);
        here = registry(place, "here");
        there = registry(place, "there");
    }

    private ModelRegistry registry(ObjectName place, String name) {
        return new ModelRegistry(
                folder.resolve(name),
                List.of(new WeightedModel.Maker(1)),
                WeightedModel.KERNELS,
                Optional.of(new StoredModels(buckets, place, TrainingListener.SILENT)));
    }

    @Test
    void whatOnePromotesTheOtherServes() throws IOException {
        assertEquals(Optional.empty(), there.champion());
        String first = here.register(registration(1, NOON));
        here.promote(first, BECAUSE);

        assertEquals(Optional.of(first), there.champion());
        assertEquals(first, there.load(first).id());
        there.verify(first);
        assertFalse(Files.exists(folder.resolve("here/champion")), "the alias that counts is in the bucket");
    }

    @Test
    void whatHasNoAliasIsFetchedByItsId() throws IOException {
        String first = here.register(registration(1, NOON));
        assertEquals(List.of(), there.list());
        there.verify(first);
        assertEquals(List.of(first), there.list());
        String unknown = first.substring(0, first.length() - 1) + (first.endsWith("0") ? "1" : "0");
        assertEquals(
                "there is no model version '" + unknown + "'; " + folder.resolve("there") + " has " + first,
                failure(() -> there.show(unknown)));
    }

    @Test
    void aRollbackBringsWhatIsNotThere() throws IOException {
        String first = here.register(registration(1, NOON));
        String second = here.register(registration(2, NOON.plusSeconds(1)));
        here.promote(first, BECAUSE);
        here.promote(second, BECAUSE);

        assertEquals(first, there.rollback(BECAUSE));

        assertEquals(Optional.of(first), here.champion());
        assertEquals(Optional.of(second), here.version(Alias.PREVIOUS));
        assertEquals(3, here.history().size());
        assertEquals(List.of(first), there.list());
    }

    @Test
    void aChallengerThatWonIsNoneAnyMore() throws IOException {
        String first = here.register(registration(1, NOON));
        here.challenge(first, BECAUSE);
        assertEquals(Optional.of(first), there.version(Alias.CHALLENGER));
        there.promote(first, BECAUSE);
        assertEquals(Optional.empty(), here.version(Alias.CHALLENGER));
    }

    @Test
    void ofManyWhoPromoteFromTwoComputersNoMoveIsLost() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            ids.add(here.register(registration(k + 1, NOON.plusSeconds(k))));
        }
        emulator.proxy().harm(6, Fault.CUT_AFTER, Fault.UNAVAILABLE, Fault.CUT_BEFORE, Fault.CUT_WITHIN);
        try (ExecutorService writers = Executors.newFixedThreadPool(ids.size())) {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int k = 0; k < ids.size(); k++) {
                ModelRegistry registry = k % 2 == 0 ? here : there;
                String id = ids.get(k);
                tasks.add(() -> registry.promote(id, BECAUSE));
            }
            for (Future<Boolean> each : writers.invokeAll(tasks)) {
                assertTrue(each.get());
            }
        }
        List<AliasChange> history = here.history();
        assertEquals(ids.size(), history.size());
        for (int k = 1; k < history.size(); k++) {
            assertEquals(history.get(k - 1).to(), history.get(k).from(), "one after the other");
        }
        assertEquals(here.champion(), history.getLast().to());
        assertEquals(here.version(Alias.PREVIOUS), history.getLast().from());
    }
}
