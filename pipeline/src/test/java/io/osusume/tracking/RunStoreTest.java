package io.osusume.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.artifact.ArtifactException;
import io.osusume.artifact.Hashes;
import io.osusume.model.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {
    @TempDir
    Path artifacts;

    private OpenRun begin(String command, String model) {
        return SampleRuns.begin(artifacts, command, model, RecordingListener.SILENT);
    }

    @Test
    void aRunKeepsParametersMetricsArtifactsAndHowItEnded() throws IOException {
        RunStore store = new RunStore(artifacts);
        Path report = Files.writeString(artifacts.resolve("report.json"), "{}");
        String id;
        try (OpenRun run = begin("train", "ease")) {
            id = run.id();
            run.parameters(Map.of("regularization", "100"));
            run.parameters(Map.of("seed", "43", "regularization", "200"));
            run.figures(Map.of("validation-ndcg@10", .5));
            run.artifact("report", report);
            run.tag("nightly");
            run.note("all is well");
            assertEquals(RunStatus.RUNNING, store.read(id).status());
            run.finish();
        }
        Run read = store.read(id);
        assertEquals(RunStatus.FINISHED, read.status());
        assertEquals(Map.of("regularization", "200", "seed", "43"), read.parameters());
        assertEquals(Map.of("validation-ndcg@10", .5), read.figures());
        assertEquals(List.of(new RunArtifact("report", "report.json", 2, Hashes.sha256(report))), read.artifacts());
        assertEquals(List.of("nightly"), read.tags());
        assertEquals(List.of("all is well"), read.notes());
        assertEquals(report, store.locate(read.artifacts().getFirst()));
        assertTrue(id.matches("\\d{8}-\\d{6}-train-ease-[0-9a-f]{4}"), id);
    }

    @Test
    void epochsAreToldOnAndStandInTheFileAtOnce() throws IOException {
        RunStore store = new RunStore(artifacts);
        List<String> heard = new ArrayList<>();
        TrainingListener next = new TrainingListener() {
            @Override
            public void epoch(int epoch, java.util.SortedMap<String, Double> metrics) {
                heard.add(epoch + " " + metrics);
            }
        };
        try (OpenRun run = begin("train", "net")) {
            TrainingListener listener = run.listening(next);
            listener.epoch(1, new TreeMap<>(Map.of("loss", .7, "validation-loss", .8)));
            listener.epoch(2, new TreeMap<>(Map.of("loss", .6, "validation-loss", Double.NaN)));
            RunMetrics metrics = store.metrics(run.id());
            assertEquals(Map.of(1, .7, 2, .6), metrics.curve("loss"));
            assertEquals(Map.of(1, .8, 2, Double.NaN), metrics.curve("validation-loss"));
            assertEquals(List.of("loss", "validation-loss"), metrics.curves());
        }
        assertEquals(List.of("1 {loss=0.7, validation-loss=0.8}", "2 {loss=0.6, validation-loss=NaN}"), heard);
    }

    @Test
    void aRunThatEndsWithoutFinishingHasFailed() throws IOException {
        RunStore store = new RunStore(artifacts);
        OpenRun left = begin("train", "als");
        left.close();
        OpenRun failed = begin("train", "als");
        failed.fail("epoch 3: the loss is not a number");
        failed.close();
        assertEquals("it ended without saying why", store.read(left.id()).failure());
        assertEquals(
                "epoch 3: the loss is not a number", store.read(failed.id()).failure());
        assertEquals(RunStatus.FAILED, store.read(failed.id()).status());
    }

    @Test
    void aKilledProcessLeavesAKilledRunWithWhatItHadMeasured() throws IOException, InterruptedException {
        RunStore store = new RunStore(artifacts);
        Process process = SampleRuns.inAProcess(artifacts);
        String id =
                new String(process.getInputStream().readNBytes(31), java.nio.charset.StandardCharsets.UTF_8).strip();
        assertEquals(RunStatus.RUNNING, store.read(id).status());
        process.destroyForcibly().waitFor();
        Path metrics = store.folder(id).resolve(MetricsFile.FILE);
        Files.writeString(metrics, "2026-11-28T10:00:00Z,3,lo", StandardOpenOption.APPEND); // cut while writing
        Run killed = store.read(id);
        assertEquals(RunStatus.KILLED, killed.status());
        assertEquals(Map.of("loss", .25), killed.figures());
        assertEquals(Map.of(1, .5, 2, .25), store.metrics(id).curve("loss"));
    }

    @Test
    void loadAndMemoryOfTheComputerAreRecordedAndKeptApart() throws IOException, InterruptedException {
        RunStore store = new RunStore(artifacts);
        RecordingSettings often = new RecordingSettings(Duration.ofMillis(5));
        try (OpenRun run = store.begin(SampleRuns.start("train", "ease"), often, RecordingListener.SILENT)) {
            while (store.metrics(run.id()).curve("sys.heap-used-bytes").size() < 2) {
                Thread.sleep(5);
            }
            run.finish();
            assertEquals(Map.of(), store.read(run.id()).figures());
            assertEquals(List.of(), store.metrics(run.id()).curves());
        }
    }

    @Test
    void whereNothingCanBeWrittenTheWorkGoesOnAndItIsToldOnce() throws IOException {
        Files.writeString(artifacts.resolve("runs"), "a file in the way");
        List<String> troubles = new ArrayList<>();
        try (OpenRun run = SampleRuns.begin(artifacts, "train", "ease", new RecordingListener() {
            @Override
            public void trouble(String sentence) {
                troubles.add(sentence);
            }
        })) {
            run.parameters(Map.of("a", "1"));
            run.metrics(1, Map.of("loss", 1.));
            run.finish();
            assertEquals("", run.id());
        }
        assertEquals(1, troubles.size());
        assertTrue(troubles.getFirst().startsWith("this run is not recorded: "), troubles.getFirst());
    }

    @Test
    void aRunIsFoundByAPartOfItsIdAndADamagedOneDisturbsNoOther() throws IOException {
        RunStore store = new RunStore(artifacts);
        String first = SampleRuns.finished(artifacts, "train", "ease", Map.of(), Map.of());
        String second = SampleRuns.finished(artifacts, "evaluate", "ease", Map.of(), Map.of());
        assertEquals(first, store.resolve(first.substring(first.length() - 4)));
        assertEquals(store.list().runs().getLast().id(), store.resolve("latest"));
        assertEquals(
                "'20' may be any of "
                        + String.join(
                                ", ", List.of(first, second).stream().sorted().toList()) + "; write more of it",
                assertThrows(ArtifactException.class, () -> store.resolve("20")).getMessage());
        assertEquals(
                "there is no run '../x' in " + artifacts.resolve("runs")
                        + "; ./osusume runs list shows those there are",
                assertThrows(ArtifactException.class, () -> store.resolve("../x"))
                        .getMessage());
        Files.writeString(store.folder(second).resolve(RunFile.FILE), "{");
        RunStore.Listing listing = store.list();
        assertEquals(List.of(first), listing.runs().stream().map(Run::id).toList());
        assertEquals(1, listing.problems().size());
        assertTrue(
                listing.problems().getFirst().contains("run.json is damaged: "),
                listing.problems().getFirst());
    }

    @Test
    void aComparisonMarksWhatDiffers() throws IOException {
        RunStore store = new RunStore(artifacts);
        String a = SampleRuns.finished(artifacts, "train", "ease", Map.of("l2", "100", "seed", "1"), Map.of("m", .5));
        String b = SampleRuns.finished(artifacts, "train", "ease", Map.of("l2", "200", "seed", "1"), Map.of());
        RunComparison comparison = RunComparison.of(List.of(store.read(a), store.read(b)));
        assertEquals(
                List.of(
                        new RunComparison.Row("l2", List.of("100", "200"), true),
                        new RunComparison.Row("seed", List.of("1", "1"), false)),
                comparison.parameters());
        RunComparison.Row figure = comparison.figures().getFirst();
        assertEquals("0.5", figure.values().getFirst());
        assertTrue(figure.differs());
    }

    @Test
    void aFilterLetsThroughWhatHasAllThatIsAsked() throws IOException {
        RunStore store = new RunStore(artifacts);
        Run run = store.read(SampleRuns.finished(artifacts, "train", "ease", Map.of("l2", "100"), Map.of()));
        assertTrue(RunFilter.ALL.accepts(run));
        assertTrue(new RunFilter("train", "ease", RunStatus.FINISHED, run.started(), List.of(), Map.of("l2", "100"))
                .accepts(run));
        assertFalse(new RunFilter("tune", null, null, null, List.of(), Map.of()).accepts(run));
        assertFalse(new RunFilter(null, null, RunStatus.KILLED, null, List.of(), Map.of()).accepts(run));
        assertFalse(new RunFilter(null, null, null, run.started().plusNanos(1000), List.of(), Map.of()).accepts(run));
        assertFalse(new RunFilter(null, null, null, null, List.of("x"), Map.of()).accepts(run));
        assertFalse(new RunFilter(null, null, null, null, List.of(), Map.of("l2", "1")).accepts(run));
    }
}
