package io.osusume.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What versions tell beside recommendations: made by `train`, or added by `models complete`.
@ExtendWith(TrainedOnce.class)
class CompleteModelTest {
    private static final List<String> FILES =
            List.of("map.safetensors", "audiences.safetensors", "scores.safetensors", "lists.safetensors");

    private Path artifacts = Path.of("");

    @BeforeEach
    void copyTrained(@TempDir Path temporary, TrainedOnce.Trained trained) throws IOException {
        artifacts = trained.copyTo(temporary.resolve("artifacts"));
    }

    private CommandRun run(String... words) {
        return CommandRun.in(artifacts, words);
    }

    private Path version(String id) {
        return artifacts.resolve("models").resolve(id);
    }

    private String newest() {
        JsonNode all = run("models", "list", "--json").json();
        return all.get(all.size() - 1).path("id").asString();
    }

    @Test
    void trainMakesThemAndCompleteAddsThemToAnOldVersion() {
        run("train", "--models", "ease").done();
        String whole = newest();
        FILES.forEach(file -> assertTrue(Files.exists(version(whole).resolve(file)), file));
        JsonNode shown = run("models", "show", whole).json();
        assertEquals("2048", shown.at("/settings/insights.score-titles").asString());
        assertTrue(shown.path("metrics").path("validation-score-rmse").asDouble() > 0, shown.toString());
        assertTrue(shown.path("inputs").path("animelist.csv").asString().startsWith("sha256:"), shown.toString());

        run(
                        "train",
                        "--models",
                        "ease",
                        "--set",
                        "insights.map=false",
                        "--set",
                        "insights.score-titles=0",
                        "--set",
                        "insights.lists=0")
                .done();
        String bare = newest();
        assertFalse(Files.exists(version(bare).resolve("map.safetensors")));
        run("models", "promote", bare).done();

        CommandRun completing = run("models", "complete", "champion").done();
        String completed = newest();
        assertEquals(
                "completed: " + completed + "\nnext: ./osusume models promote " + completed + "\n", completing.out());
        FILES.forEach(file -> assertTrue(Files.exists(version(completed).resolve(file)), file));
        JsonNode manifest = run("models", "show", completed).json();
        assertEquals(bare, manifest.at("/inputs/completes").asString());
        assertTrue(manifest.path("metrics").path("validation-score-rmse").asDouble() > 0, "measured on the same split");
    }

    @Test
    void completingWithoutTheDataSaysWhatIsNotMeasured() throws IOException {
        Files.move(artifacts.resolve("prepared"), artifacts.resolve("elsewhere"));

        CommandRun completing = run("models", "complete", "champion").done();
        assertTrue(completing.err().contains("how far off its expected scores are is not measured"), completing.err());
        assertTrue(completing.out().startsWith("completed: ease-"), completing.out());
    }
}
