package io.osusume.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.storage.Emulator;
import io.osusume.storage.FaultyProxy.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole pipeline with its three buckets, while every fifth request to them goes wrong.
class BucketPipelineTest {
    @TempDir
    Path folder;

    private static CommandRun in(Path artifacts, Emulator emulator, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        for (String setting : List.of(
                "buckets.raw=gs://osusume-raw",
                "buckets.prepared=gs://osusume-prepared/data",
                "buckets.models=gs://osusume-models/versions",
                "buckets.endpoint=" + emulator.proxy().address(),
                "prepare.min-ratings=20")) {
            all.addAll(List.of("--set", setting));
        }
        return CommandRun.in(artifacts, all.toArray(String[]::new)).done();
    }

    private static void same(Path expected, Path found) throws IOException {
        try (Stream<Path> files = Files.list(expected)) {
            for (Path file : files.toList()) {
                assertArrayEquals(
                        Files.readAllBytes(file),
                        Files.readAllBytes(found.resolve(file.getFileName())),
                        file::toString);
            }
        }
    }

    private static List<String> leftovers(Path artifacts) throws IOException {
        try (Stream<Path> all = Files.walk(artifacts)) {
            return all.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith(".fetch-"))
                    .toList();
        }
    }

    @Test
    void aBucketWithoutAChampionIsNamedWithWhatToDo() throws Exception {
        try (Emulator emulator = Emulator.start()) {
            emulator.bucket("osusume-models");
            CommandRun.in(
                            folder,
                            "recommend",
                            "--pick",
                            "1",
                            "--set",
                            "buckets.models=gs://osusume-models/versions",
                            "--set",
                            "buckets.endpoint=" + emulator.proxy().address())
                    .assertFailure(
                            1,
                            "there is no champion in gs://osusume-models/versions (setting buckets.models); run"
                                    + " ./osusume pipeline with that setting, or ./osusume models promote ID if there"
                                    + " are versions in it");
        }
    }

    @Test
    void nothingIsLostOrHalfWrittenWhateverGoesWrong() throws Exception {
        try (Emulator emulator = Emulator.start()) {
            for (String bucket : List.of("osusume-raw", "osusume-prepared", "osusume-models")) {
                emulator.bucket(bucket);
            }
            emulator.proxy()
                    .harm(
                            5,
                            Fault.CUT_BEFORE,
                            Fault.CUT_AFTER,
                            Fault.CUT_WITHIN,
                            Fault.CORRUPT,
                            Fault.UNAVAILABLE,
                            Fault.TOO_MANY);
            Path one = folder.resolve("one");
            Path simulated = folder.resolve("simulated");
            CommandRun.in(folder, SmallData.generate(simulated)).done();
            in(one, emulator, "pipeline", "--from", simulated.toString(), "--models", "popularity,ease");

            Path two = folder.resolve("two"); // has nothing of all that
            in(two, emulator, "prepare");
            same(one.resolve("raw"), two.resolve("raw"));
            Path three = folder.resolve("three");
            in(three, emulator, "train", "--models", "popularity");
            same(two.resolve("prepared"), three.resolve("prepared"));

            String champion = in(one, emulator, "models", "history").out();
            assertEquals(champion, in(three, emulator, "models", "history").out());
            in(three, emulator, "models", "show", "champion");
            assertEquals(
                    in(one, emulator, "models", "card", "champion").out(),
                    in(three, emulator, "models", "card", "champion").out(),
                    "the card went along");
            assertTrue(in(three, emulator, "models", "reproduce", "champion")
                    .out()
                    .contains(" was made again, bit for bit: "));
            String[] monitor = {"monitor", "--data", two.resolve("prepared").toString(), "--set", "monitor.min-lists=50"
            };
            assertTrue(in(three, emulator, monitor).out().endsWith("No drift above the thresholds.\n"));
            for (Path artifacts : List.of(one, two, three)) {
                assertEquals(List.of(), leftovers(artifacts));
            }
            assertTrue(emulator.proxy().requests() > 100, "harm was done");
        }
    }
}
