package io.osusume.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.artifact.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Making versions again: the same on any number of threads, and what is said when it cannot be done. And their cards.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(TrainedOnce.class)
class ReproduceTest {
    private Path artifacts = Path.of("");
    private Path simulated = Path.of("");
    private String ease = "";

    @BeforeAll
    void copyTrained(@TempDir Path temporary, TrainedOnce.Trained trained) throws IOException {
        artifacts = trained.copyTo(temporary.resolve("artifacts"));
        simulated = trained.simulated();
        ease = Files.readString(artifacts.resolve("models/champion")).strip();
    }

    private CommandRun run(String... words) {
        return CommandRun.in(artifacts, words);
    }

    /// Every file of the registry with its hash and time.
    private Map<String, String> registry() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(artifacts.resolve("models"))) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(file.toString(), Hashes.sha256(file) + Files.getLastModifiedTime(file));
            }
        }
        return files;
    }

    @Test
    void aVersionIsMadeAgainBitForBitWithItsOwnSettingsAndTheRegistryStaysAsItIs() throws IOException {
        Map<String, String> before = registry();
        int runs = run("runs", "list", "--json").json().size();
        CommandRun again = run(
                        "models", "reproduce", ease, "--set", "train.threads=3", "--set", "ease.regularization=7")
                .done();
        assertTrue(again.out().contains(ease + " was made again, bit for bit: "), again.out());
        assertTrue(again.out().contains("raw data: "), again.out());
        assertTrue(again.out().contains(", as it was"), again.out());
        assertFalse(again.out().contains("DIFFERS"), again.out());
        assertEquals(before, registry());
        assertFalse(Files.exists(artifacts.resolve("reproduced").resolve(ease)), "what is the same is not kept");
        assertEquals(runs, run("runs", "list", "--json").json().size(), "no run of it is recorded");
    }

    @Test
    @EnabledIfSystemProperty(named = "osusume.tests", matches = "all", disabledReason = "-Dosusume.tests=all runs it")
    void aHybridOfOneThreadIsMadeAgainBitForBitOnThreeAndItsCardHasItsCalibration(@TempDir Path temporary)
            throws IOException {
        Path copy = temporary.resolve("artifacts");
        TrainedOnce.Trained.copy(artifacts, copy);
        CommandRun.in(
                        copy,
                        "train",
                        "--models",
                        "hybrid",
                        "--set",
                        "train.threads=1",
                        "--set",
                        "trees.count=10",
                        "--set",
                        "prepare.min-ratings=20")
                .done();
        var all = CommandRun.in(copy, "models", "list", "--json").json();
        String hybrid = all.get(all.size() - 1).path("id").asString();
        CommandRun again = CommandRun.in(copy, "models", "reproduce", hybrid, "--set", "train.threads=3")
                .done();
        assertTrue(again.out().contains(hybrid + " was made again, bit for bit: "), again.out());
        Path page = copy.resolve("card.html");
        CommandRun.in(copy, "models", "card", hybrid, "--html", page.toString()).done();
        assertTrue(Files.readString(page).contains("id='calibration-title'"));
    }

    @Test
    void aVersionHasACardFromItsRegistrationOnInBothForms() throws IOException {
        String text = run("models", "card", ease).done().out();
        assertTrue(text.startsWith("# Model card: " + ease + "\n\nLearnt from "), text);
        var manifest = run("models", "show", ease).json();
        String ndcg = String.format(
                Locale.ROOT, "%.4f", manifest.at("/metrics/validation-ndcg@10").asDouble());
        assertTrue(text.contains("| NDCG@10 | " + ndcg + " |"), () -> ndcg + " in " + text);
        Path page = artifacts.resolve("card.html");
        assertEquals(
                "written to " + page + "\n",
                run("models", "card", ease, "--html", page.toString()).done().out());
        assertTrue(Files.readString(page).contains("id='lengths-title'"));

        String popularity =
                run("models", "list", "--json").json().get(0).path("id").asString();
        String completed = run("models", "complete", popularity)
                .done()
                .out()
                .lines()
                .findFirst()
                .orElseThrow()
                .substring(11);
        CommandRun other = run("models", "card", completed).done();
        assertTrue(other.out().startsWith("# Model card: " + popularity + "\n"), other.out());
        assertEquals(
                completed + " is " + popularity
                        + " with what pages show beside recommendations; this is the card of the latter\n",
                other.err());
        Files.delete(artifacts.resolve("models/about").resolve(popularity).resolve("card.html"));
        run("models", "card", popularity, "--html", page.toString())
                .assertFailure(1, popularity + " has no card: it was registered by an earlier program; train it again");
    }

    @Test
    void itBeginsWithTheSourceIfAskedAndKeepsWhatItMadeWhereAsked() throws IOException {
        Path into = artifacts.resolve("again");
        CommandRun again = run("models", "reproduce", ease, "--from", simulated.toString(), "--into", into.toString())
                .done();
        assertTrue(again.out().endsWith("kept in " + into + "\n"), again.out());
        assertTrue(Files.isDirectory(into.resolve("raw")));
        run("models", "reproduce", ease, "--into", into.toString())
                .assertFailure(
                        2,
                        "--into must be a new or empty folder, and there is something in " + into
                                + ". See ./osusume models reproduce --help");
        Path inside = artifacts.resolve("models/again");
        run("models", "reproduce", ease, "--into", inside.toString())
                .assertFailure(
                        2,
                        "--into must not lie in the registry " + artifacts.resolve("models") + ", was " + inside
                                + ". See ./osusume models reproduce --help");
    }

    @Test
    void rawDataThatChangedIsNamedAndMadeAnywayItSaysEveryFileThatDiffers() throws IOException {
        Path ratings = artifacts.resolve("raw/animelist.csv");
        byte[] content = Files.readAllBytes(ratings);
        byte[] manifest = Files.readAllBytes(artifacts.resolve("raw/manifest.json"));
        String then = Hashes.sha256(ratings).substring(0, 12);
        try {
            String text = Files.readString(ratings);
            Files.writeString(ratings, text.substring(0, text.lastIndexOf('\n', text.length() / 2) + 1));
            Files.delete(artifacts.resolve("raw/manifest.json"));
            String now = Hashes.sha256(ratings).substring(0, 12);
            CommandRun refused = run("models", "reproduce", ease);
            assertEquals(5, refused.exitCode());
            assertEquals(
                    "osusume: " + ease + " cannot be made again: raw file animelist.csv is another one: then " + then
                            + ", now " + now + "; to make it nevertheless: --anyway\n",
                    refused.err());

            CommandRun anyway = run("models", "reproduce", ease, "--anyway");
            assertEquals(4, anyway.exitCode(), anyway.err());
            assertTrue(
                    anyway.out().contains("made anyway, though the prepared data comes out otherwise"), anyway.out());
            assertTrue(
                    anyway.err().contains("osusume: " + ease + " was made again and is not the same: "), anyway.err());
            assertTrue(anyway.err().contains("interactions.safetensors DIFFERS"), anyway.err());
            assertTrue(Files.isDirectory(artifacts.resolve("reproduced").resolve(ease)), "kept to be looked at");
        } finally {
            Files.write(ratings, content);
            Files.write(artifacts.resolve("raw/manifest.json"), manifest);
        }
    }

    @Test
    void withoutTheRawFolderItBeginsWithThePreparedDataAndWithoutBothItCannotBeDone() throws IOException {
        Path raw = artifacts.resolve("raw");
        Path prepared = artifacts.resolve("prepared");
        Path elsewhere = artifacts.resolve("elsewhere");
        Files.move(raw, elsewhere);
        try {
            CommandRun begun = run("models", "reproduce", ease).done();
            assertTrue(begun.out().contains("begun with the prepared data, which is as it was"), begun.out());
            Files.move(prepared, artifacts.resolve("aside"));
            CommandRun gone = run("models", "reproduce", ease);
            assertEquals(5, gone.exitCode());
            assertTrue(
                    gone.err()
                            .startsWith("osusume: " + ease + " cannot be made again: its raw data is gone: there is no"
                                    + " folder " + raw + "; name the place it came from with --from SOURCE. It"
                                    + " consisted of "),
                    gone.err());
            assertTrue(gone.err().contains("animelist.csv"), gone.err());
        } finally {
            Files.move(elsewhere, raw);
            if (!Files.exists(prepared)) {
                Files.move(artifacts.resolve("aside"), prepared);
            }
        }
    }

    @Test
    void anotherCodeIsNamedWithBothVersions() throws IOException {
        Path version = artifacts.resolve("models").resolve(ease);
        Path other = artifacts.resolve("other/models");
        String code = CodeVersion.describe();
        Path copy = Files.createDirectories(other.resolve("copy"));
        try (Stream<Path> files = Files.list(version)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Path manifest = copy.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"" + code + "\"", "\"0.0.9+cafe123\""));
        String id =
                ease.substring(0, ease.length() - 6) + Hashes.sha256(manifest).substring(0, 6);
        Files.move(copy, other.resolve(id));
        CommandRun.in(artifacts.resolve("other"), "models", "reproduce", id)
                .assertFailureAfter(
                        5,
                        id + " cannot be made again: it was made by the code 0.0.9+cafe123, this is " + code
                                + ": check that commit out; to make it nevertheless: --anyway");
    }
}
