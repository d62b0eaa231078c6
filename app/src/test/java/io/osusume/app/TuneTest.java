package io.osusume.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.app.settings.Spaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `tune`: what it prints, that it goes on where it was stopped, and what it refuses.
class TuneTest {
    private static final String FAMILIES = String.join(", ", Spaces.FAMILIES);

    @TempDir
    Path folder;

    private CommandRun tune(String... words) {
        return CommandRun.in(
                folder, Stream.concat(Stream.of("tune"), Stream.of(words)).toArray(String[]::new));
    }

    private void refused(String message, String... words) {
        tune(words).assertFailure(2, message + " See ./osusume tune --help");
    }

    /// Every tenth user is a validation user, every fourth title of whom is held out; all others train.
    private Path split() throws IOException {
        StringBuilder text = new StringBuilder("user_id,anime_id,rating,part\n");
        for (int user = 1; user <= 120; user++) {
            int row = 0;
            for (int item = 1; item <= 60; item++) {
                if ((item * 7 + user % 6 * 10) % 60 < 20 || item % 13 == user % 13) {
                    String part =
                            user % 10 > 0 ? "train" : row++ % 4 == 0 ? "validation-held-out" : "validation-fold-in";
                    text.append(user + "," + item + ",8," + part + "\n");
                }
            }
        }
        return Files.writeString(folder.resolve("split.csv"), text);
    }

    @Test
    void theLastRungIsShownAndTheSameCommandGoesOn() throws IOException {
        String file = split().toString();
        Path log = folder.resolve("log.csv");
        String[] words = {"edlae", "--split", file, "--trials", "9", "--log", log.toString(), "--set", "train.threads=2"
        };
        CommandRun run = tune(words).done();
        assertTrue(
                run.out()
                        .startsWith(
                                "trial  edlae.constant  edlae.dropout  edlae.strongest  edlae.franchise-weight  NDCG@10"),
                run.out());
        assertTrue(run.err().endsWith("written to " + log + "\n"), run.err());
        List<String> lines = Files.readAllLines(log);
        assertEquals(
                "trial,rung,users,edlae.constant,edlae.dropout,edlae.strongest,edlae.franchise-weight,ndcg@10,recall@20,seconds,state",
                lines.getFirst());
        assertTrue(lines.get(1).startsWith("0,1,12,15,0.4,0.8,5,0."), "108 users train, a ninth of them on rung 1");

        Files.write(log, lines.subList(0, 5));
        CommandRun again = tune(words).done();
        assertTrue(again.err().startsWith("taking up " + log + " with 4 trials\n"), again.err());
        assertEquals(withoutSeconds(run.out()), withoutSeconds(again.out()));

        Path other = folder.resolve("other.csv");
        words[6] = other.toString();
        tune(Stream.concat(Stream.of(words), Stream.of("--parallel", "2")).toArray(String[]::new))
                .done();
        assertEquals(figures(log), figures(other));
    }

    private static String withoutSeconds(String out) {
        return out.replaceAll("(?m)^( *\\d+ .*) +[\\d.]+$", "$1").replaceAll(" +", " ");
    }

    private static List<String> figures(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .map(line -> line.replaceAll("[^,]+,(done|failed)$", "$1"))
                .sorted()
                .toList();
    }

    @Test
    void whatIsBetterIsPrintedAsLinesOfTheSettingsFile() throws IOException {
        Path bad = folder.resolve("bad.yaml");
        Files.writeString(bad, "edlae:\n  constant: 100000\n  dropout: 0\n");
        CommandRun run = CommandRun.of(
                        "tune",
                        "edlae",
                        "--split=" + split(),
                        "--trials=9",
                        "--config=" + bad,
                        "--set",
                        "paths.artifacts=" + folder,
                        "--set",
                        "edlae.strongest=0",
                        "--set",
                        "edlae.franchise-weight=0")
                .done();
        Matcher better = Pattern.compile(
                        "\nBetter: trial (\\d) is above the present settings \\(trial 0\\) by 0\\.\\d{4} NDCG@10"
                                + " \\[0\\.\\d{4}, 0\\.\\d{4}] on 12 validation users\\.\n\nTrial \\1 as lines of"
                                + " config/osusume\\.yaml:\nedlae:\n  constant: [\\d.]+\n  dropout: 0\\.\\d+\n$")
                .matcher(run.out());
        assertTrue(better.find(), run.out());
        try (Stream<Path> logs = Files.list(folder.resolve("tuning"))) {
            assertEquals(
                    List.of(".csv", ".csv.search"),
                    logs.map(log -> String.valueOf(log.getFileName()).replaceFirst("edlae-[0-9a-f]{8}", ""))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void theLogOfAnotherSearchIsRefused() throws IOException {
        String file = split().toString();
        Path log = folder.resolve("log.csv");
        tune("item-knn", "--split", file, "--trials", "2", "--log", log.toString())
                .done();
        tune("item-knn", "--split", file, "--trials", "2", "--seed", "8", "--log", log.toString())
                .assertFailure(
                        1,
                        log + " is the log of another search: seed was '7', now is '8';"
                                + " name another file with --log, or remove it to begin anew");
    }

    @Test
    void wrongWordsAreSaid() throws IOException {
        refused("Missing required parameter: 'MODEL'.");
        refused("there is no model 'svd'; those with something to search are " + FAMILIES + ".", "svd");
        refused("popularity has nothing to search; the models that have are " + FAMILIES + ".", "popularity");
        refused("--trials must be in [2, 100000], was 1.", "ease", "--trials", "1");
        refused("Invalid value for option '--trials': 'few' is not an int.", "ease", "--trials", "few");
        refused(
                "--parallel must be in [1, 2], the threads of train.threads, was 3.",
                "ease",
                "--parallel",
                "3",
                "--set",
                "train.threads=2");
        refused("--seed must be at least 0, was -1.", "ease", "--seed", "-1");
        refused("--data needs --split: prepared data has its own catalogue.", "ease", "--data", folder.toString());
        refused(
                "--data must be a folder, and there is none at nowhere.",
                "ease",
                "--split",
                "a.csv",
                "--data",
                "nowhere");
        refused("--split must be a file, and " + folder + " is a folder.", "ease", "--split", folder.toString());
        refused("--log must be a file, and " + folder + " is a folder.", "ease", "--log", folder.toString());
        tune("ease", "--set", "ease.regularization=7")
                .assertFailure(
                        2,
                        "nothing is left to search: --set or the environment holds every setting of ease:"
                                + " ease.regularization");
        tune("ease")
                .assertFailure(
                        1, "there is no prepared data in " + folder.resolve("prepared") + "; run ./osusume prepare");
        Path noJudges = folder.resolve("no-judges.csv");
        Files.writeString(noJudges, Files.readString(split()).replaceAll("validation", "test"));
        tune("ease", "--split", noJudges.toString())
                .assertFailure(1, noJudges + " has no validation users to tune on; take one that has");
    }
}
