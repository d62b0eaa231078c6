package io.osusume.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.drift.ListShape;
import io.osusume.drift.ServedTallies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Drift from the data a model learnt from: of fresh data, of what was served, and what follows.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(TrainedOnce.class)
class MonitorTest {
    private Path artifacts = Path.of("");
    private Path simulated = Path.of("");

    @BeforeAll
    void copyTrained(@TempDir Path temporary, TrainedOnce.Trained trained) throws IOException {
        artifacts = trained.copyTo(temporary.resolve("artifacts"));
        simulated = trained.simulated();
    }

    private CommandRun run(String... words) {
        return runIn(artifacts, words);
    }

    private static CommandRun runIn(Path artifacts, String... words) {
        String[] all = Arrays.copyOf(words, words.length + 4);
        all[words.length] = "--set";
        all[words.length + 1] = "prepare.min-ratings=20";
        all[words.length + 2] = "--set";
        all[words.length + 3] = "train.models=ease";
        return CommandRun.in(artifacts, all);
    }

    private static JsonNode report(Path artifacts) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(artifacts.resolve("monitor/drift.json")));
    }

    @Test
    void freshDataLikeTheOldIsNoDriftAndLeavesNothingBehind() throws IOException {
        CommandRun same = run("monitor", "--data", simulated.toString(), "--set", "monitor.min-lists=50")
                .done();
        assertTrue(same.out().endsWith("No drift above the thresholds.\n"), same.out());
        assertTrue(report(artifacts).at("/features/scores/psi").asDouble() < .1);
        assertFalse(Files.exists(artifacts.resolve("monitor/fresh")));
        CommandRun prepared = run(
                        "monitor",
                        "--data",
                        artifacts.resolve("prepared").toString(),
                        "--set",
                        "monitor.min-lists=50",
                        "--json")
                .done();
        assertFalse(prepared.json().path("drifted").asBoolean(true));
    }

    @Test
    void scoresThatMovedAreDriftThatStartsThePipelineWithTheNewData(@TempDir Path other) throws IOException {
        Path copy = other.resolve("artifacts");
        TrainedOnce.Trained.copy(artifacts, copy);
        Path moved = other.resolve("moved");
        TrainedOnce.Trained.copy(simulated, moved);
        Path ratings = moved.resolve("animelist.csv");
        Files.write(
                ratings,
                Files.readAllLines(ratings).stream().map(MonitorTest::harsh).toList());
        CommandRun trained =
                runIn(copy, "monitor", "--data", moved.toString(), "--set", "monitor.min-lists=50", "--retrain");
        assertTrue(trained.err().contains("training again: scores: PSI "), trained.err());
        assertTrue(trained.out().contains("\n== train ease: input prepared changed"), trained.out());
        assertTrue(trained.exitCode() == 0 || trained.exitCode() == 3, trained.err());
        assertTrue(report(copy).path("drifted").asBoolean(false));
    }

    /// A row of animelist with another score: everybody gives 2.
    private static String harsh(String row) {
        String[] cells = row.split(",", -1);
        if (!cells[2].equals("rating") && !cells[2].equals("0")) {
            cells[2] = "2";
        }
        return String.join(",", cells);
    }

    @Test
    void whatServersCountedIsComparedOnceThereIsEnoughAndDriftEndsWithExitCode6() throws IOException {
        String champion = Files.readString(artifacts.resolve("models/champion")).strip();
        ServedTallies tallies = new ServedTallies();
        int[] scores = new int[ListShape.SCORES];
        scores[9] = 4;
        for (int list = 0; list < 60; list++) {
            tallies.add(
                    LocalDate.now(ZoneOffset.UTC), champion, new ListShape(4, 2, scores, new int[] {2_000_000, 10}));
        }
        tallies.write(ServedTallies.file(artifacts.resolve("monitor"), "1"));
        CommandRun few = run("monitor", "--model", champion).done();
        assertTrue(few.out().endsWith("Too few lists to judge: 60, needed are 200.\n"), few.out());
        CommandRun enough = run("monitor", "--model", champion, "--set", "monitor.min-lists=50");
        assertEquals(6, enough.exitCode());
        assertTrue(
                enough.err().contains("osusume: lists have drifted from those " + champion + " learnt from: "),
                enough.err());
        assertTrue(enough.err().contains("unknown titles: 50.0% of the entries is not below 15.0%"), enough.err());
        CommandRun crossed = run("monitor", "--set", "monitor.watch=9");
        assertEquals(2, crossed.exitCode(), crossed.err());
    }
}
