package io.osusume.app;

import io.osusume.evaluation.Part;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// The program: all commands.
@Command(
        name = "osusume",
        mixinStandardHelpOptions = true,
        versionProvider = CodeVersion.class,
        description = "A hybrid anime recommender with its whole MLOps.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed",
            "2:the command or a setting is wrong",
            "3:refused by a gate",
            "4:a version made again is not the same",
            "5:a version cannot be made again",
            "6:drift above its threshold"
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  ./osusume demo",
            "      all stages on the shipped sample, then the web page at http://localhost:8080",
            "  ./osusume recommend --list animelist.xml.gz -n 10"
        })
public final class Main {
    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            PipelineCommand.class,
            GenerateCommand.class,
            IngestCommand.class,
            PrepareCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            TuneCommand.class,
            RecommendCommand.class,
            ChatCommand.class,
            McpCommand.class,
            SimilarCommand.class,
            GateCommand.class,
            ModelsCommand.class,
            MonitorCommand.class,
            RunsCommand.class,
            TrackingCommand.class,
            ServeCommand.class,
            HealthCommand.class,
            ProfilesCommand.class,
            KeysCommand.class,
            SettingsCommand.class,
            CompletionCommand.class,
            HelpCommand.class);

    private static final List<Class<?>> TELLING_OF_ALL = List.of(CompletionCommand.class, HelpCommand.class);

    /// Held here since the logging system forgets the level of a logger nobody holds.
    private static final Logger PARQUET_LOG = Logger.getLogger("dev.hardwood");

    @Spec
    @Nullable
    CommandSpec spec;

    /// What the launcher does before the program starts; here only so that `--help` names it.
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Runs every check and test: mvn verify on JDK 25 (done by the launcher).",
            footerHeading = "%nExample:%n",
            footer = "  ./osusume verify")
    int verify() {
        CommandLine line =
                Objects.requireNonNull(spec, "set by the command line parser").commandLine();
        line.getErr().println("osusume: verify is done by the launcher: call ./osusume verify in the project's folder");
        return CommandLine.ExitCode.SOFTWARE;
    }

    public static void main(String[] args) {
        System.exit(commandLine(
                        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                        args.length == 0 ? "" : args[0])
                .execute(args));
    }

    /// The command line with all commands, writing to the given places.
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return commandLine(out, err, "");
    }

    /// The same for a command line that begins with a word: if a command has that name, it is the only one that is
    /// read,
    /// since reading all of them takes longer than all else before the command begins.
    private static CommandLine commandLine(PrintWriter out, PrintWriter err, String word) {
        PARQUET_LOG.setLevel(Level.WARNING);
        CommandLine line = new CommandLine(new Main());
        List<Class<?>> named = COMMANDS.stream()
                .filter(command ->
                        word.equals(Objects.requireNonNull(command.getAnnotation(Command.class), "each has one")
                                .name()))
                .toList();
        boolean one = !named.isEmpty() && !TELLING_OF_ALL.containsAll(named);
        (one ? named : COMMANDS).forEach(line::addSubcommand);
        line.setOut(out);
        line.setErr(err);
        line.setUsageHelpWidth(100);
        line.registerConverter(Part.class, Main::part);
        line.setParameterExceptionHandler((wrong, _) -> Failures.showUsage(wrong));
        line.setExecutionExceptionHandler((failure, command, _) -> Failures.show(failure, command));
        return line;
    }

    private static Part part(String word) {
        return Arrays.stream(Part.values())
                .filter(part -> part.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("must be test or validation, was '" + word + "'"));
    }
}
