package io.osusume.registry;

import static io.osusume.registry.SampleRegistration.NOON;
import static io.osusume.registry.SampleRegistration.failure;
import static io.osusume.registry.SampleRegistration.flipped;
import static io.osusume.registry.SampleRegistration.registration;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.artifact.ArtifactFolder;
import io.osusume.artifact.Hashes;
import io.osusume.artifact.Manifest;
import io.osusume.data.IdIndex;
import io.osusume.data.Relation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRegistryTest {
    @TempDir
    Path artifacts;

    private Path models = Path.of("");
    private ModelRegistry registry = new ModelRegistry(models, List.of(), WeightedModel.KERNELS);

    @BeforeEach
    void open() {
        models = artifacts.resolve("models");
        registry = new ModelRegistry(models, List.of(new WeightedModel.Maker(1)), WeightedModel.KERNELS);
    }

    @Test
    void aRegisteredModelComesBackWhole() throws IOException {
        String id = registry.register(registration(2.5f, NOON));
        LoadedModel loaded = registry.load(id);

        float[] scores = new float[3];
        ((WeightedModel) loaded.model()).score(1, scores);
        assertArrayEquals(new float[] {0, 2.5f, 5}, scores);
        assertEquals(id, loaded.id());
        assertEquals(
                List.of(.7, .25),
                registry.epochs(id).stream()
                        .map(epoch -> epoch.metrics().get("loss"))
                        .toList());
        assertArrayEquals(new long[] {70, 80}, loaded.users().ids());
        assertArrayEquals(new long[] {1, 5, 20}, loaded.items().ids());
        assertArrayEquals(new int[] {0, 2}, loaded.model().training().profile(0).items());
        assertEquals("Title 5", loaded.catalogue().title(5).orElseThrow().name());
        assertEquals(
                List.of(new Relation(1, Relation.Kind.SEQUEL, 5)),
                loaded.catalogue().relations());
    }

    @Test
    void theManifestSaysWhereTheModelComesFrom() throws IOException {
        Manifest manifest = registry.show(registry.register(registration(2.5f, NOON)));

        assertEquals("model", manifest.kind());
        assertEquals(NOON, manifest.created());
        assertEquals(Map.of("data", "da7a", "family", "weighted"), manifest.inputs());
        assertEquals(Map.of("weight", "2.5", "seed", "7"), manifest.settings());
        assertEquals(Map.of("users", 2L, "items", 3L, "interactions", 3L, "titles", 2L), manifest.counts());
        assertEquals(Map.of("ndcg@10", .5), manifest.metrics());
        assertEquals("v1.0", manifest.environment().get("code"));
        assertEquals(Runtime.version().toString(), manifest.environment().get("jvm"));
        assertEquals(
                "scalar vectors, none matrices, 2 threads",
                manifest.environment().get("kernels"));
        assertEquals(List.of("A note."), manifest.notes());
        assertEquals(
                Set.of(
                        "model.safetensors",
                        "interactions.safetensors",
                        "ids.safetensors",
                        "catalogue.parquet",
                        "relations.parquet",
                        "epochs.csv",
                        "franchises.safetensors"),
                manifest.files().keySet());
    }

    @Test
    void anIdIsTheFamilyTheTimeAndTheManifestsHash() throws IOException {
        String id = registry.register(registration(2.5f, NOON));

        assertEquals(
                "weighted-20261124T120000Z-"
                        + Hashes.sha256(models.resolve(id).resolve("manifest.json"))
                                .substring(0, 6),
                id);
    }

    @Test
    void versionsAreListedOldestFirstAndTemporaryFoldersPassedOver() throws IOException {
        String later = registry.register(registration(1, NOON.plusSeconds(60)));
        String earlier = registry.register(registration(2, NOON));
        try (ArtifactFolder unfinished = ArtifactFolder.begin(models.resolve("weighted"))) {
            Files.writeString(unfinished.path().resolve("model.safetensors"), "half");
            Files.createDirectory(models.resolve("notes of somebody"));

            assertEquals(List.of(earlier, later), registry.list());
        }
    }

    @Test
    void anEmptyRegistryHasNoVersionsAndNoChampion() throws IOException {
        assertEquals(List.of(), registry.list());
        assertEquals(Optional.empty(), registry.champion());
        assertEquals(
                "there is no model version 'weighted-20261124T120000Z-000000'; " + models + " has none; train one",
                failure(() -> registry.load("weighted-20261124T120000Z-000000")));
    }

    @Test
    void anUnknownIdNamesTheVersionsThatExist() throws IOException {
        String first = registry.register(registration(1, NOON));
        String second = registry.register(registration(2, NOON.plusSeconds(1)));

        for (String id : List.of("weighted", "../models", "", "weighted-20261124T120000Z-000000")) {
            String message = "there is no model version '" + id + "'; " + models + " has " + first + ", " + second;
            assertEquals(message, failure(() -> registry.show(id)));
            assertEquals(message, failure(() -> registry.load(id)));
            assertEquals(message, failure(() -> registry.promote(id)));
        }
    }

    @Test
    void theSameVersionIsNotRegisteredTwice() throws IOException {
        String id = registry.register(registration(1, NOON));

        assertEquals(
                "model version '" + id + "' is registered already",
                failure(() -> registry.register(registration(1, NOON))));
        assertEquals(List.of(id), registry.list());
    }

    @Test
    void aFamilyThisProgramLacksIsNamed() throws IOException {
        String id = registry.register(registration(1, NOON));
        ModelRegistry other = new ModelRegistry(models, List.of(), WeightedModel.KERNELS);

        assertEquals(
                "model version '" + id + "' is of the family 'weighted', known are none; use the program that made it",
                failure(() -> other.load(id)));
    }

    @Test
    void aStateThatDoesNotFitIsReportedWithTheRemedy() throws IOException {
        String id = registry.register(registration(Float.NaN, NOON));

        assertEquals(
                "model version '" + id + "' cannot be restored by this program: weight must be a number, was NaN"
                        + "; train again or use the program that made it",
                failure(() -> registry.load(id)));
    }

    @Test
    void promotionMovesTheChampionButNotToADamagedVersion() throws IOException {
        String first = registry.register(registration(1, NOON));
        String second = registry.register(registration(2, NOON.plusSeconds(1)));
        registry.promote(first);
        assertEquals(Optional.of(first), registry.champion());

        Path file = models.resolve(second).resolve("ids.safetensors");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, flipped(whole, whole.length - 1));
        assertTrue(failure(() -> registry.promote(second)).startsWith(file + " does not match its manifest"));
        assertEquals(Optional.of(first), registry.champion());

        Files.write(file, whole);
        registry.promote(second);
        assertEquals(Optional.of(second), registry.champion());
    }

    @Test
    void aChampionThatIsNoIdIsReported() throws IOException {
        Files.createDirectories(models);
        Files.writeString(models.resolve("champion"), "ease\n");

        assertEquals(
                models.resolve("champion")
                        + " must hold the id of a model version, was 'ease'; ./osusume models promote ID"
                        + " names one",
                failure(registry::champion));
    }

    @Test
    void aReaderSeesAlwaysOneOfTheChampionsWhilePromotionsGoOn() throws Exception {
        String first = registry.register(registration(1, NOON));
        String second = registry.register(registration(2, NOON.plusSeconds(1)));
        registry.promote(first);
        AtomicBoolean going = new AtomicBoolean(true);
        AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
        Thread reader = Thread.ofPlatform().start(() -> {
            try {
                while (going.get()) {
                    String id = registry.champion().orElseThrow();
                    assertTrue(id.equals(first) || id.equals(second), id);
                    assertEquals(2, registry.list().size());
                }
            } catch (IOException | RuntimeException | AssertionError thrown) {
                failed.set(thrown);
            }
        });
        Thread otherWriter = Thread.ofPlatform().start(() -> promoteInTurn(40, second, first, failed));
        promoteInTurn(40, first, second, failed);
        otherWriter.join();
        going.set(false);
        reader.join();

        assertEquals(null, failed.get());
        try (var left = Files.list(models)) {
            assertFalse(left.anyMatch(ArtifactFolder::isTemporary));
        }
    }

    private void promoteInTurn(int times, String one, String other, AtomicReference<@Nullable Throwable> failed) {
        try {
            for (int k = 0; k < times; k++) {
                registry.promote(k % 2 == 0 ? one : other);
            }
        } catch (IOException | RuntimeException thrown) {
            failed.set(thrown);
        }
    }

    @Test
    void idsThatDoNotFitTheModelAreRefused() {
        Registration good = registration(1, NOON);
        assertEquals(
                "the ids must fit the model 'weighted': it knows 2 users and 3 items, found 1 and 3 ids",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Registration(
                                        good.model(),
                                        good.trainer(),
                                        IdIndex.of(70),
                                        good.items(),
                                        good.catalogue(),
                                        "da7a",
                                        "v1.0",
                                        new TreeMap<>(),
                                        List.of(),
                                        List.of(),
                                        NOON))
                        .getMessage());
    }
}
