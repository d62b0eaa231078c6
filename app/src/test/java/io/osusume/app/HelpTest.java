package io.osusume.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.SharedData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Every command explains itself.
class HelpTest {
    private static final Pattern EXAMPLE = Pattern.compile("\\./osusume ([a-z]+)(?: ([a-z]+))?");

    @TempDir
    Path folder;

    @Test
    void everyCommandHasHelpWithUsageAndAnExample() {
        for (CommandLine command : all()) {
            CommandRun run = CommandRun.of(words(command, "--help"));
            String name = command.getCommandSpec().qualifiedName();
            assertEquals(0, run.exitCode(), name);
            assertEquals("", run.err(), name);
            assertTrue(run.out().startsWith("Usage: " + name), run.out());
            assertTrue(run.out().contains("Example:"), run.out());
        }
    }

    @Test
    void everyExampleNamesACommandThatExistsWithOptionsItHas() {
        for (CommandLine command : all()) {
            for (String line : command.getCommandSpec().usageMessage().footer()) {
                Matcher example = EXAMPLE.matcher(line);
                while (example.find()) {
                    CommandLine named = line().getSubcommands().get(example.group(1));
                    assertNotNull(named, line);
                    CommandLine below = named.getSubcommands().get(String.valueOf(example.group(2)));
                    assertTrue(
                            below != null
                                    || named.getSubcommands().isEmpty()
                                    || named.getCommandSpec().userObject() instanceof java.util.concurrent.Callable,
                            line);
                    CommandLine meant = below == null ? named : below;
                    Matcher option = Pattern.compile(" (--?[a-z][a-z-]*)").matcher(line);
                    while (option.find()) {
                        assertTrue(
                                meant.getCommandSpec().optionsMap().containsKey(option.group(1)),
                                line + " has " + option.group(1));
                    }
                }
            }
        }
    }

    @Test
    void theHelpOfTheProgramNamesEveryCommandAndEveryExitCode() {
        String help = CommandRun.of("--help").done().out();
        for (String name : line().getSubcommands().keySet()) {
            assertTrue(help.contains("\n  " + name + " "), name + " in " + help);
        }
        for (String code : List.of("  0   done", "  1   failed", "  2   the command or a setting is wrong")) {
            assertTrue(help.contains("\n" + code), code + " in " + help);
        }
    }

    @Test
    void theVersionNamesProgramCommitAndJava() {
        String version = CommandRun.of("--version").done().out();
        assertTrue(
                Pattern.compile("osusume \\d+\\.\\d+\\.\\d+\\S*\\+\\S+\nJava 2\\d\\S* \\(.+\\), \\S.*\n")
                        .matcher(version)
                        .matches(),
                version);
    }

    @Test
    void theCompletionIsAScriptThatBashAcceptsAndNamesEveryCommand() throws IOException, InterruptedException {
        String script = CommandRun.of("completion").done().out();
        for (CommandLine command : all()) {
            String[] words = words(command);
            String last = words.length == 0 ? "osusume" : words[words.length - 1];
            assertTrue(Pattern.compile("\\b" + last + "\\b").matcher(script).find(), last);
        }
        Path file = Files.writeString(folder.resolve("completion"), script);
        Process bash = new ProcessBuilder("bash", "-n", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor(), said);
    }

    @Test
    void theSettingsCommandShowsEverySettingWithItsOrigin() {
        Path artifacts = folder.resolve("artifacts");
        var all = CommandRun.in(artifacts, "settings", "--json").json();
        assertEquals(
                artifacts.toString(), all.get("paths.artifacts").get("value").asString());
        assertEquals("--set", all.get("paths.artifacts").get("origin").asString());
        assertEquals(
                SharedData.projectRoot().resolve("config/osusume.yaml").toString(),
                all.get("serve.port").get("origin").asString());
        String table = CommandRun.in(artifacts, "settings").done().out();
        all.propertyNames().forEach(key -> assertTrue(table.contains("\n" + key + " "), key + " in " + table));
    }

    private static CommandLine line() {
        return Main.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
    }

    /// The program and everything below it, but for the command `help`, which has no help of its own.
    private static List<CommandLine> all() {
        List<CommandLine> all = new ArrayList<>();
        collect(line(), all);
        assertTrue(all.size() > 14, () -> "commands found: " + all.size());
        return all;
    }

    private static void collect(CommandLine command, List<CommandLine> into) {
        into.add(command);
        for (String name : new TreeSet<>(command.getSubcommands().keySet())) {
            if (!name.equals("help")) {
                collect(
                        java.util.Objects.requireNonNull(
                                command.getSubcommands().get(name)),
                        into);
            }
        }
    }

    private static String[] words(CommandLine command, String... more) {
        List<String> words =
                new ArrayList<>(List.of(command.getCommandSpec().qualifiedName().split(" ")));
        words.removeFirst();
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }
}
