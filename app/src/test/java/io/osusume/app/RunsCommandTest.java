package io.osusume.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What the commands record, and how it is shown.
class RunsCommandTest {
    @TempDir
    Path artifacts;

    @Test
    void everythingThatTrainsOrJudgesIsARunThatCanBeListedShownAndCompared() throws IOException {
        assertTrue(CommandRun.in(artifacts, "runs", "list").done().out().startsWith("no run in "));
        SmallData.ingested(artifacts);
        CommandRun.in(artifacts, "prepare", "--min-ratings", "20").done();
        CommandRun.in(artifacts, "train", "--models", "ease,net-corrected").done();
        CommandRun.in(artifacts, "train", "--models", "ease", "--set", "ease.regularization=400")
                .done();
        CommandRun.in(artifacts, "evaluate", "--models", "ease").done();
        CommandRun.in(artifacts, "tune", "ease", "--trials", "3").done();

        JsonNode runs = CommandRun.in(artifacts, "runs", "list", "--json").json();
        Map<String, Integer> commands = new java.util.TreeMap<>();
        runs.forEach(run -> commands.merge(
                run.get("command").asString() + " " + run.get("model").asString() + " "
                        + run.get("status").asString(),
                1,
                Integer::sum));
        assertEquals(
                Map.of(
                        "train ease FINISHED", 2,
                        "train net-corrected FINISHED", 1,
                        "evaluate ease FINISHED", 1,
                        "tune ease FINISHED", 1),
                commands);

        List<String> ease = new ArrayList<>();
        CommandRun.in(artifacts, "runs", "list", "--json", "--command", "train", "--model", "ease")
                .json()
                .forEach(run -> ease.add(run.get("id").asString()));
        String compared = CommandRun.in(artifacts, "runs", "compare", ease.get(0), ease.get(1))
                .done()
                .out();
        assertTrue(compared.contains("*  regularization  100.0  400.0"), compared);
        assertTrue(compared.contains("validation-ndcg@10"), compared);
        assertEquals(
                "400.0",
                CommandRun.in(artifacts, "runs", "compare", ease.get(0), ease.get(1), "--json")
                        .json()
                        .at("/parameters/0/values/1")
                        .asString());

        String net = CommandRun.in(artifacts, "runs", "list", "--json", "--model", "net-corrected")
                .json()
                .get(0)
                .get("id")
                .asString();
        String shown = CommandRun.in(artifacts, "runs", "show", net).done().out();
        for (String part : List.of("curve", "validation-loss", "█", "learning-rate", "models/net-corrected-", "host")) {
            assertTrue(shown.contains(part), part + " in " + shown);
        }
        Path plot = artifacts.resolve("curves.html");
        CommandRun.in(artifacts, "runs", "compare", net, ease.get(0), "--plot", plot.toString())
                .done();
        assertTrue(Files.readString(plot).contains("validation-loss by step"), "curves of the net are drawn");
        String tuned = CommandRun.in(artifacts, "runs", "list", "--command", "tune", "--json")
                .json()
                .get(0)
                .get("id")
                .asString();
        assertTrue(
                CommandRun.in(artifacts, "runs", "show", tuned, "--metrics")
                        .done()
                        .out()
                        .contains(",3,trial-ndcg@10,"),
                "every trial is a step");
    }

    @Test
    void aTrainingThatFailsIsAFailedRunWithItsReason() throws IOException {
        SmallData.ingested(artifacts);
        CommandRun.in(artifacts, "prepare", "--min-ratings", "20").done();
        Files.writeString(artifacts.resolve("models"), "a file in the way");
        CommandRun failed = CommandRun.in(artifacts, "train", "--models", "popularity");
        assertEquals(1, failed.exitCode(), failed.out());
        JsonNode run = CommandRun.in(artifacts, "runs", "list", "--json").json();
        assertEquals("FAILED", run.at("/0/status").asString());
        String reason = run.at("/0/failure").asString();
        assertTrue(!reason.isEmpty() && failed.err().contains("osusume: " + reason), failed.err());
    }
}
