package io.osusume.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.artifact.Manifest;
import io.osusume.model.TrainingListener;
import io.osusume.storage.FaultyProxy.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Against a real emulator, by a proxy that cuts, stalls, corrupts and refuses.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BucketsTest {
    private static final int LARGE = 1_500_000; // six parts

    private Emulator emulator;
    private Buckets buckets;
    private int count;

    @TempDir
    Path folder;

    @BeforeAll
    void start() throws Exception {
        emulator = Emulator.start();
        emulator.bucket("osusume-test");
        buckets = Buckets.open(emulator.settings());
    }

    @AfterAll
    void stop() {
        if (emulator != null) {
            buckets.close();
            emulator.close();
        }
    }

    @BeforeEach
    void noFaults() {
        emulator.proxy().forget();
    }

    private ObjectName place() {
        return ObjectName.of("gs://osusume-test/place-" + ++count);
    }

    private Path artifact(int seed) throws IOException {
        Path made = Files.createDirectories(folder.resolve("artifact-" + seed));
        Files.write(made.resolve("large.bin"), Emulator.noise(LARGE, seed));
        Files.write(made.resolve("small.txt"), Emulator.noise(10, seed));
        Files.write(made.resolve("empty.txt"), new byte[0]);
        Manifest.of("prepared", Instant.parse("2026-11-28T10:00:00Z").plusSeconds(seed))
                .writeTo(made);
        return made;
    }

    private static void same(Path expected, Path found) throws IOException {
        List<String> names = names(expected);
        assertEquals(names, names(found));
        for (String name : names) {
            assertArrayEquals(
                    Files.readAllBytes(expected.resolve(name)), Files.readAllBytes(found.resolve(name)), name);
        }
    }

    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> listed = Files.list(of)) {
            return listed.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatOneSendsAnotherFetches() throws Exception {
        StoredStage stage = new StoredStage(buckets, place());
        Path made = artifact(1);

        String version = stage.publish(made, TrainingListener.SILENT);
        int before = emulator.proxy().requests();
        assertEquals(version, stage.publish(made, TrainingListener.SILENT));
        assertEquals(before + 1, emulator.proxy().requests(), "what is there is not sent again");
        Path got = folder.resolve("got");
        assertTrue(stage.fetch(got, TrainingListener.SILENT));
        assertFalse(stage.fetch(got, TrainingListener.SILENT));

        same(made, got);
        assertEquals(List.of("artifact-1", "got"), names(folder));
    }

    @Test
    void anotherVersionReplacesWhatWasFetched() throws Exception {
        StoredStage stage = new StoredStage(buckets, place());
        Path got = folder.resolve("got");
        stage.publish(artifact(1), TrainingListener.SILENT);
        stage.fetch(got, TrainingListener.SILENT);

        stage.publish(artifact(2), TrainingListener.SILENT);
        assertTrue(stage.fetch(got, TrainingListener.SILENT));

        same(artifact(2), got);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CUT_BEFORE", "CUT_WITHIN", "STALL", "TOO_MANY", "UNAVAILABLE", "CORRUPT"})
    void aFetchSurvivesWhatPasses(Fault fault) throws Exception {
        StoredStage stage = new StoredStage(buckets, place());
        Path made = artifact(3);
        stage.publish(made, TrainingListener.SILENT);
        emulator.proxy().plan("GET", "large.bin", fault);
        emulator.proxy().plan("GET", "alt=media", fault);

        stage.fetch(folder.resolve("got"), TrainingListener.SILENT);

        assertEquals(0, emulator.proxy().left());
        same(made, folder.resolve("got"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CUT_BEFORE", "CUT_AFTER", "TOO_MANY", "UNAVAILABLE"})
    void sendingSurvivesWhatPasses(Fault fault) throws Exception {
        StoredStage stage = new StoredStage(buckets, place());
        Path made = artifact(4);
        emulator.proxy().plan("POST", "/upload/", fault, fault);
        emulator.proxy().plan("PUT", "/upload/", fault);

        stage.publish(made, TrainingListener.SILENT);

        emulator.proxy().forget();
        stage.fetch(folder.resolve("got"), TrainingListener.SILENT);
        same(made, folder.resolve("got"));
    }

    @Test
    void anEndedFetchGoesOnWhereItStopped() throws Exception {
        StoredStage stage = new StoredStage(buckets, place());
        Path made = artifact(5);
        stage.publish(made, TrainingListener.SILENT);
        emulator.proxy().plan("GET", "bytes=1310720-", Fault.FORBIDDEN);
        assertThrows(StorageFailure.class, () -> stage.fetch(folder.resolve("got"), TrainingListener.SILENT));
        assertFalse(Files.exists(folder.resolve("got")));

        int before = emulator.proxy().requests();
        stage.fetch(folder.resolve("got"), TrainingListener.SILENT);

        same(made, folder.resolve("got"));
        long media = emulator.proxy().seen().stream()
                .skip(before)
                .filter(request -> request.contains("alt=media") && request.contains("large.bin"))
                .count();
        assertTrue(media < 6, () -> media + " of 6 parts were fetched again");
    }

    @Test
    void ofTwoThatReplaceATextOneIsTold() throws Exception {
        ObjectName name = place();
        StoredText first = buckets.write(name, "a", StoredText.ABSENT);
        StoredText second = buckets.write(name, "b", first.generation());

        StorageFailure late = assertThrows(StorageFailure.class, () -> buckets.write(name, "c", first.generation()));

        assertEquals(StorageFailure.Kind.CONFLICT, late.kind());
        assertEquals(
                name + " could not be replaced: somebody else wrote it meanwhile; nothing was changed, try again",
                late.getMessage());
        assertEquals(Optional.of(second), buckets.read(name, 10));
    }

    @Test
    void noUpdateOfManyIsLost() throws Exception {
        ObjectName name = place();
        buckets.write(name, "0", StoredText.ABSENT);
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int writer = 0; writer < 4; writer++) {
                writers.add(threads.submit(() -> {
                    for (int k = 0; k < 5; ) {
                        StoredText text = buckets.read(name, 10).orElseThrow();
                        try {
                            buckets.write(name, Integer.toString(Integer.parseInt(text.text()) + 1), text.generation());
                            k++;
                        } catch (StorageFailure conflict) {
                            assertEquals(StorageFailure.Kind.CONFLICT, conflict.kind());
                        }
                    }
                    return null;
                }));
            }
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        assertEquals("20", buckets.read(name, 10).orElseThrow().text());
    }

    @Test
    void aWriteWhoseAnswerWasLostIsNotAConflict() throws Exception {
        ObjectName name = place();
        emulator.proxy().plan("POST", "/upload/", Fault.CUT_AFTER);

        buckets.write(name, "a", StoredText.ABSENT);

        assertEquals(0, emulator.proxy().left());
        assertEquals("a", buckets.read(name, 10).orElseThrow().text());
    }

    @Test
    void whatIsWrittenOnceNeverChanges() throws Exception {
        ObjectName name = place();
        Path one = Files.write(folder.resolve("one"), new byte[] {1});
        Path two = Files.write(folder.resolve("two"), new byte[] {2, 3});
        buckets.put(one, name);
        buckets.put(one, name);

        StorageFailure refused = assertThrows(StorageFailure.class, () -> buckets.put(two, name));

        assertEquals(
                name + " is there already with other content (1 bytes, CRC-32C a016d052, ours 2 bytes, "
                        + Checksums.shown(Checksums.of(two))
                        + "); what is written once never changes: it was left as it is",
                refused.getMessage());
    }

    @Test
    void whoMayOnlyWriteSends() throws Exception {
        StoredStage stage = new StoredStage(buckets, place());
        Path made = artifact(7);
        emulator.proxy().deny("GET");

        stage.publish(made, TrainingListener.SILENT);
        stage.publish(made, TrainingListener.SILENT);

        StorageFailure denied =
                assertThrows(StorageFailure.class, () -> stage.fetch(folder.resolve("got"), TrainingListener.SILENT));
        assertEquals(StorageFailure.Kind.DENIED, denied.kind());
        emulator.proxy().forget();
        stage.fetch(folder.resolve("got"), TrainingListener.SILENT);
        same(made, folder.resolve("got"));
    }

    @Test
    void aHalfSentArtifactIsNotThere() throws Exception {
        StoredStage stage = new StoredStage(buckets, place());
        emulator.proxy().plan("POST", "manifest.json", Fault.FORBIDDEN);

        StorageFailure denied =
                assertThrows(StorageFailure.class, () -> stage.publish(artifact(6), TrainingListener.SILENT));

        assertEquals(StorageFailure.Kind.DENIED, denied.kind());
        assertTrue(
                String.valueOf(denied.getMessage())
                        .endsWith("; give the account that runs this the role roles/storage.objectCreator on"
                                + " gs://osusume-test (docs/gcp.md)"),
                denied.getMessage());
        assertEquals(Optional.empty(), stage.current());
        StorageFailure nothing =
                assertThrows(StorageFailure.class, () -> stage.fetch(folder.resolve("got"), TrainingListener.SILENT));
        assertEquals(stage.place() + " holds nothing yet; run the stage that fills it", nothing.getMessage());
    }

    @Test
    void whatIsMissingRefusedOrOverTheLimitIsSaidWithTheRemedy() throws Exception {
        StorageFailure bucket =
                assertThrows(StorageFailure.class, () -> buckets.list(ObjectName.of("gs://osusume-no-such-bucket/x")));
        assertEquals(StorageFailure.Kind.NO_BUCKET, bucket.kind(), bucket::getMessage);

        emulator.proxy().plan("GET", "/storage/v1/b/osusume-test/o/", Fault.UNAUTHORIZED);
        StorageFailure login = assertThrows(StorageFailure.class, () -> buckets.find(place()));
        assertEquals(StorageFailure.Kind.NOT_LOGGED_IN, login.kind(), login::getMessage);

        emulator.proxy().forget();
        emulator.proxy()
                .plan(
                        "GET",
                        "/storage/v1/b/osusume-test/o/",
                        Fault.TOO_MANY,
                        Fault.TOO_MANY,
                        Fault.TOO_MANY,
                        Fault.TOO_MANY,
                        Fault.TOO_MANY,
                        Fault.TOO_MANY,
                        Fault.TOO_MANY);
        StorageFailure quota = assertThrows(StorageFailure.class, () -> buckets.find(place()));
        assertEquals(StorageFailure.Kind.QUOTA, quota.kind(), quota::getMessage);
    }
}
