package io.osusume.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.artifact.Hashes;
import io.osusume.data.SharedData;
import io.osusume.flow.FlowLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The pipeline on a few simulated users: what runs again and why, killed in every stage, two at the
/// same time.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(TrainedOnce.class)
class PipelineTest {
    private static final List<String> STAGES =
            List.of("ingest", "prepare", "train popularity", "train ease", "evaluate", "register", "gate", "promote");

    private Path folder = Path.of("");
    private Path simulated = Path.of("");
    private Path whole = Path.of("");
    private String first = "";

    @BeforeAll
    void runOnce(@TempDir Path temporary, TrainedOnce.Trained trained) {
        folder = temporary;
        simulated = trained.simulated();
        whole = trained.artifacts();
        first = trained.out();
    }

    private static String[] words(String... more) {
        return TrainedOnce.Trained.words(more);
    }

    private static CommandRun run(Path artifacts, String... more) {
        return CommandRun.in(artifacts, words(more));
    }

    private static List<String> ran(String out) {
        return out.lines()
                .filter(line -> line.startsWith("== "))
                .map(line -> line.substring(3, line.indexOf(':')))
                .toList();
    }

    /// Hashes of all that models consist of: by family and file.
    private static Map<String, String> models(Path artifacts) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(artifacts.resolve("models"), 2)) {
            for (Path file : walk.filter(each -> each.toString().endsWith(".safetensors"))
                    .toList()) {
                String version = file.getName(file.getNameCount() - 2).toString();
                hashes.put(version.replaceFirst("-\\d{8}T.*", "") + "/" + file.getFileName(), Hashes.sha256(file));
            }
        }
        return hashes;
    }

    @Test
    void everyStageRunsOnceAndTheBestModelIsServedAfterTheGate() throws IOException {
        assertEquals(STAGES, ran(first), first);
        assertTrue(first.contains("passed the gate, there being no champion"), first);
        JsonNode list = CommandRun.in(whole, "models", "list", "--json").json();
        String champion = Files.readString(whole.resolve("models/champion")).strip();
        assertTrue(champion.startsWith("ease-"), champion);
        assertEquals(2, list.size());
        JsonNode shown = CommandRun.in(whole, "models", "show", "champion").json();
        assertEquals(
                "100",
                shown.get("lineage").get("settings").get("ease.regularization").asString());
        assertTrue(shown.get("lineage").get("raw").has("animelist.csv"), shown::toString);
    }

    @Test
    void aSecondRunDoesNothingAndSaysSo() {
        CommandRun second = run(whole).done();
        assertEquals(List.of(), ran(second.out()), second.out());
        assertTrue(second.out().contains("nothing to do: 8 stages are up to date, in "), second.out());
        CommandRun plan = run(whole, "--dry-run").done();
        assertTrue(plan.out().endsWith("nothing to do\n"), plan.out());
    }

    @Test
    void aChangedSettingRunsOnlyWhatDependsOnIt() throws IOException {
        Path copy = copy("changed");
        CommandRun plan =
                run(copy, "--dry-run", "--set", "ease.regularization=150").done();
        assertTrue(plan.out().contains("setting ease.regularization changed from 100 to 150"), plan.out());
        CommandRun changed = run(copy, "--set", "ease.regularization=150").done();
        assertEquals(
                List.of("train ease", "evaluate", "register", "gate", "promote"), ran(changed.out()), changed.out());
    }

    @Test
    void aModelTrainedBadlyOnPurposeIsRefusedWithExitCode3AndOneWhoForcesItIsWrittenDown() throws IOException {
        Path copy = copy("refused");
        String champion = Files.readString(copy.resolve("models/champion"));
        String[] bad = {"--set", "ease.regularization=1000000", "--set", "gate.ndcg=0.001"};
        CommandRun refused = run(copy, bad);
        assertEquals(3, refused.exitCode(), refused.err());
        assertTrue(refused.err().contains("was refused by the gate against " + champion.strip()), refused.err());
        assertTrue(refused.err().contains("NDCG@10 fell by 0."), refused.err());
        assertEquals(champion, Files.readString(copy.resolve("models/champion")));
        assertEquals(3, run(copy, bad).exitCode(), "and again, without judging again");

        CommandRun.in(copy, "models", "promote", "challenger", "--force", "--reason", "to see what happens")
                .done();
        JsonNode last = CommandRun.in(copy, "models", "history", "--json")
                .json()
                .valueStream()
                .filter(each -> each.get("alias").asString().equals("champion"))
                .reduce((_, later) -> later)
                .orElseThrow();
        assertEquals("to see what happens", last.get("why").asString());
        assertTrue(last.get("forced").asBoolean());
        assertEquals(champion.strip(), last.get("before").asString());
        assertEquals(System.getProperty("user.name"), last.get("who").asString());
        CommandRun back = CommandRun.in(copy, "models", "rollback").done();
        assertTrue(back.out().startsWith("champion: " + champion.strip() + " (was ease-"), back.out());
    }

    @Test
    void killedInEveryStageAndRunAgainItGivesTheSameModelsBitForBit() throws IOException, InterruptedException {
        Path work = folder.resolve("killed");
        List<String> killed = new ArrayList<>();
        for (String stage : STAGES) {
            try (OwnProcess process =
                    OwnProcess.start(folder, work, words("--from", simulated.toString(), "--set", "train.threads=1"))) {
                process.await(stage + " begins", () -> begun(process, stage));
                process.signal("KILL");
                process.end();
                killed.add(stage);
            }
        }
        assertEquals(STAGES, killed);
        CommandRun last = run(work, "--from", simulated.toString()).done();
        assertTrue(last.err().contains("who has not ended well"), last.err());
        assertEquals(models(whole), models(work), "made on 1 thread and on all");
        assertEquals(List.of(), ran(run(work).done().out()));
    }

    private static boolean begun(OwnProcess process, String stage) {
        try {
            return process.out().contains("== " + stage + ":") || process.out().contains("-- promote: skipped");
        } catch (IOException notYet) {
            return false;
        }
    }

    @Test
    void ofTwoAtTheSameTimeTheSecondIsToldWhoIsFirst() throws IOException {
        Path work = folder.resolve("busy");
        FlowLock.Holder mai = new FlowLock.Holder("mai", 4711, "build-1", Instant.parse("2026-11-28T22:00:00Z"));
        try (FlowLock _ = FlowLock.take(work.resolve("flow/lock"), mai).orElseThrow()) {
            run(work, "--from", simulated.toString())
                    .assertFailure(
                            1,
                            "the pipeline in " + work + " is run by mai (process 4711 on build-1, since"
                                    + " 2026-11-28T22:00:00Z) already; wait for its end, or let the next run wait:"
                                    + " --set pipeline.busy=wait");
        }
    }

    @Test
    void aSecondProcessWaitsForTheFirstIfItMayAndThenFindsNothingToDo() throws IOException, InterruptedException {
        Path work = folder.resolve("waiting");
        try (OwnProcess first = OwnProcess.start(folder, work, words("--from", simulated.toString()))) {
            first.await("prepare begins", () -> begun(first, "prepare"));
            first.signal("STOP"); // it holds the lock as long as the second needs to come to it
            try (OwnProcess second = OwnProcess.start(
                    folder, work, words("--from", simulated.toString(), "--set", "pipeline.busy=wait"))) {
                String waits = "waiting for " + System.getProperty("user.name") + " (process " + first.pid() + " on ";
                second.await("the second waits", () -> said(second, waits));
                first.signal("CONT");
                assertEquals(0, first.end(), first.err());
                assertEquals(0, second.end(), second.err());
                assertEquals(List.of(), ran(second.out()), second.out());
                assertTrue(second.out().contains("nothing to do: 8 stages are up to date"), second.out());
                assertFalse(second.err().contains("has not ended well"), second.err());
            }
        }
        assertEquals(models(whole), models(work));
    }

    private static boolean said(OwnProcess process, String words) {
        try {
            return process.err().contains(words);
        } catch (IOException notYet) {
            return false;
        }
    }

    @Test
    void theGraphNamesEveryStageInBothForms() {
        String svg = CommandRun.of("pipeline", "graph", "--config", config(), "--set", "train.models=popularity,ease")
                .done()
                .out();
        String mermaid = CommandRun.of(
                        "pipeline",
                        "graph",
                        "--format",
                        "mermaid",
                        "--config",
                        config(),
                        "--set",
                        "train.models=popularity,ease")
                .done()
                .out();
        for (String stage : STAGES) {
            assertTrue(svg.contains(">" + stage + "</text>"), stage);
            assertTrue(mermaid.contains("[\"" + stage + "\"]"), stage);
        }
    }

    private static String config() {
        return SharedData.projectRoot().resolve("config/osusume.yaml").toString();
    }

    /// The artifacts of the first run in another folder.
    private Path copy(String name) throws IOException {
        Path copy = folder.resolve(name);
        TrainedOnce.Trained.copy(whole, copy);
        return copy;
    }
}
