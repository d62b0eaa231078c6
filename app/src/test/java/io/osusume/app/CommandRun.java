package io.osusume.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.SharedData;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One call of the command line inside this process: its exit code and what it printed.
record CommandRun(int exitCode, String out, String err) {
    /// Runs exactly these words.
    static CommandRun of(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(words);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    /// Runs a command with the shipped settings and its own artifacts folder.
    static CommandRun in(Path artifacts, String... words) {
        return of(withSettings(artifacts, words).toArray(String[]::new));
    }

    /// The words with the options that name the shipped settings and an artifacts folder.
    static List<String> withSettings(Path artifacts, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(
                "--config",
                SharedData.projectRoot().resolve("config/osusume.yaml").toString(),
                "--set",
                "paths.artifacts=" + artifacts,
                "--set",
                "insights.meanings=false")); // seconds for each folder of artifacts, and tested for itself
        return all;
    }

    /// This run, which must have gone well.
    CommandRun done() {
        assertEquals(0, exitCode, err);
        return this;
    }

    /// What it printed, all of which must be one JSON value.
    JsonNode json() {
        return JsonMapper.shared().readTree(done().out);
    }

    /// Fails unless the run ended with this code and said exactly this, whatever it printed before.
    void assertFailureAfter(int code, String message) {
        assertEquals("osusume: " + message + "\n", err);
        assertEquals(code, exitCode);
    }

    /// Fails unless the run ended with this code, printed no result, and said exactly this.
    void assertFailure(int code, String message) {
        assertEquals("osusume: " + message + "\n", err);
        assertEquals("", out);
        assertEquals(code, exitCode);
    }
}
