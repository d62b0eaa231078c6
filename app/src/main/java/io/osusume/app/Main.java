package io.osusume.app;

import io.osusume.app.settings.SettingsException;
import io.osusume.artifact.ArtifactException;
import io.osusume.model.TrainingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The program: all commands, and what their failures look like.
@Command(
        name = "osusume",
        mixinStandardHelpOptions = true,
        versionProvider = CodeVersion.class,
        description = "A hybrid anime recommender with its whole MLOps.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:the command or a setting is wrong", "3:refused by a gate"},
        footerHeading = "%nExample:%n",
        footer = {
            "  ./osusume demo",
            "      all stages on the shipped sample, then the web page at http://localhost:8080",
            "  ./osusume recommend --list animelist.xml.gz -n 10"
        },
        subcommands = {
            DemoCommand.class,
            GenerateCommand.class,
            IngestCommand.class,
            PrepareCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            RecommendCommand.class,
            SimilarCommand.class,
            ModelsCommand.class,
            ServeCommand.class,
            SettingsCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        })
public final class Main {
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
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(args));
    }

    /// The command line, writing to the given places.
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new Main());
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(100);
        line.setExecutionExceptionHandler((failure, command, _) -> {
            PrintWriter to = command.getErr();
            to.println("osusume: " + message(failure));
            if (!expected(failure)) {
                failure.printStackTrace(to);
            }
            to.flush();
            return failure instanceof SettingsException ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
        });
        return line;
    }

    private static boolean expected(Exception failure) {
        return failure instanceof SettingsException
                || failure instanceof ArtifactException
                || failure instanceof TrainingException
                || failure instanceof CommandFailure
                || failure instanceof IOException
                || failure instanceof UncheckedIOException;
    }

    private static String message(Exception failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "there is no file " + missing.getMessage();
            case AccessDeniedException denied -> "no permission for " + denied.getMessage();
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }
}
