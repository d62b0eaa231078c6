package io.osusume.app;

import io.osusume.app.settings.Families;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong with the words of a command is said in one line, with exit code 2.
class UsageTest {
    @TempDir
    Path folder;

    private void refused(String message, String... words) {
        CommandRun.of(words).assertFailure(2, message);
    }

    private void refusedWithSettings(String message, String... words) {
        CommandRun.in(folder, words).assertFailure(2, message);
    }

    @Test
    void anUnknownCommandIsNamedWithTheNearestOne() {
        refused("there is no command 'recomend'; did you mean recommend? See ./osusume --help", "recomend");
        refused("there is no command 'nonsense'. See ./osusume --help", "nonsense");
        refused("there is no command 'lits'. See ./osusume models --help", "models", "lits");
        refused("Missing required subcommand. See ./osusume --help");
        refused("Missing required subcommand. See ./osusume models --help", "models");
    }

    @Test
    void anUnknownOptionOrArgumentIsNamed() {
        refused(
                "there is no option '--jsonn'; did you mean --json? See ./osusume similar --help",
                "similar",
                "a",
                "--jsonn");
        refused("there is no argument 'b'. See ./osusume similar --help", "similar", "a", "b");
        refused("Missing required option: '--from=SOURCE'. See ./osusume ingest --help", "ingest");
        refused(
                "Missing required argument (specify one of these): (--user=ID | --list=FILE | --pick=TITLE"
                        + " [--pick=TITLE]...). See ./osusume recommend --help",
                "recommend");
        refused(
                "--user=ID, --list=FILE are mutually exclusive (specify only one). See ./osusume recommend --help",
                "recommend",
                "--user",
                "1",
                "--list",
                "a.xml");
    }

    @Test
    void aValueThatCannotBeIsNamedWithWhatIsAllowed() {
        refused(
                "Invalid value for option '--part': must be test or validation, was 'nonsense'."
                        + " See ./osusume evaluate --help",
                "evaluate",
                "--part",
                "nonsense");
        refused(
                "Invalid value for option '-n': 'many' is not an int. See ./osusume similar --help",
                "similar",
                "a",
                "-n",
                "many");
        refused("-n must be in [1, 100000], was 0. See ./osusume similar --help", "similar", "a", "-n", "0");
        refused(
                "-n must be in [1, 100000], was 2147483647. See ./osusume recommend --help",
                "recommend",
                "--user",
                "1",
                "-n",
                "2147483647");
        refused(
                "--from must name a folder, a file or an address, was empty. See ./osusume ingest --help",
                "ingest",
                "--from",
                "");
        refusedWithSettings(
                "there is no model 'svd'; known are " + String.join(", ", Families.NAMES) + "."
                        + " See ./osusume evaluate --help",
                "evaluate",
                "--models",
                "ease,svd");
        refusedWithSettings(
                "--task must be ranking, ratings or cold-items, was 'stars'. See ./osusume evaluate --help",
                "evaluate",
                "--task",
                "stars");
        refusedWithSettings(
                "--task cold-items needs --split FILE. See ./osusume evaluate --help",
                "evaluate",
                "--task",
                "cold-items");
        refusedWithSettings(
                "--task ratings has its own models and no page: leave out --models and --html."
                        + " See ./osusume evaluate --help",
                "evaluate",
                "--task",
                "ratings",
                "--models",
                "ease");
        refusedWithSettings(
                "--data must be a folder, and there is none at nowhere. See ./osusume evaluate --help",
                "evaluate",
                "--data",
                "nowhere");
        refusedWithSettings(
                "rows must be in [10, 80] for 10 users with 1 to 8 of 10 titles each, was 81."
                        + " See ./osusume generate --help",
                "generate",
                "--users=10",
                "--titles=10",
                "--rows=81",
                "--to",
                folder.resolve("new").toString());
    }

    @Test
    void aWrongSettingIsNamedWithItsOrigin() throws IOException {
        refusedWithSettings(
                "train.models must be one or more of " + String.join(", ", Families.NAMES) + ","
                        + " separated by commas, was 'svd' (--set)",
                "train",
                "--models",
                "svd");
        refusedWithSettings(
                "unknown setting ease.lambda = 3 (--set); see `./osusume settings` for all of them",
                "train",
                "--set",
                "ease.lambda=3");
        refusedWithSettings(
                "prepare.min-ratings must be a whole number in [1, 100000], was '0' (--set)",
                "prepare",
                "--min-ratings",
                "0");
        refusedWithSettings(
                "split.test and split.validation must leave users to train on, were 0.5 and 0.5",
                "prepare",
                "--set",
                "split.test=0.5",
                "--set",
                "split.validation=0.5");
        refusedWithSettings("--set needs key=value, was 'ease'", "settings", "--set", "ease");
        refused(
                "there is no settings file nowhere.yaml; name one with --config FILE",
                "settings",
                "--config",
                "nowhere.yaml");
        Path file = Files.writeString(folder.resolve("mine.yaml"), "serve:\n  port: 99999\n");
        refused(
                "serve.port must be a whole number in [0, 65535], was '99999' (" + file + ")",
                "settings",
                "--config",
                file.toString());
    }

    @Test
    void verifyBelongsToTheLauncher() {
        CommandRun.of("verify")
                .assertFailure(1, "verify is done by the launcher: call ./osusume verify in the project's folder");
    }
}
