package io.osusume.app;

import io.osusume.app.settings.SettingsException;
import io.osusume.artifact.ArtifactException;
import io.osusume.catalog.CatalogueFormatException;
import io.osusume.flow.FlowException;
import io.osusume.imports.ImportException;
import io.osusume.ingest.IngestException;
import io.osusume.lists.ListException;
import io.osusume.model.TrainingException;
import io.osusume.prepare.PrepareException;
import io.osusume.profiles.CopyException;
import io.osusume.profiles.StoreException;
import io.osusume.ratings.RatingFormatException;
import io.osusume.recommend.RecommendException;
import io.osusume.search.LookupException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What a failure looks like to the person at the command line: `osusume: ` and what is wrong, and the
/// exit code.
/// A failure nobody foresaw shows its stack trace too.
final class Failures {
    private static final String DISK_FULL = "No space left on device";

    private Failures() {}

    /// Shows why a command failed.
    ///
    /// @return the exit code
    static int show(Exception failure, CommandLine command) {
        PrintWriter err = command.getErr();
        err.println("osusume: " + message(failure));
        if (!expected(failure)) {
            failure.printStackTrace(err);
        }
        err.flush();
        return switch (failure) {
            case SettingsException _ -> ExitCode.USAGE;
            case GateRefusal _ -> GateRefusal.EXIT_CODE;
            case DriftAlarm _ -> DriftAlarm.EXIT_CODE;
            case NotReproduced not -> not.exitCode();
            default -> ExitCode.SOFTWARE;
        };
    }

    /// Shows what is wrong with the words of a command, and where its help is.
    ///
    /// @return the exit code
    static int showUsage(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("osusume: " + usageMessage(wrong) + " See ./"
                + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return ExitCode.USAGE;
    }

    private static String usageMessage(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().getFirst();
            boolean command = !unmatched.isUnknownOption()
                    && !unmatched.getCommandLine().getSubcommands().isEmpty();
            return "there is no " + (command ? "command" : unmatched.isUnknownOption() ? "option" : "argument") + " '"
                    + word + "'" + nearest(word, unmatched.getSuggestions());
        }
        String message = String.valueOf(wrong.getMessage())
                .replaceAll("\\s*\\R\\s*", " ")
                .replaceFirst("^Error: ", "");
        return message.endsWith(".") ? message : message + ".";
    }

    private static String nearest(String word, List<String> suggestions) {
        return suggestions.stream()
                .filter(each -> each.length() > 2 && word.length() > 2 && each.startsWith(word.substring(0, 3)))
                .findFirst()
                .map(each -> "; did you mean " + each + "?")
                .orElse(".");
    }

    private static boolean expected(Exception failure) {
        return switch (failure) {
            case SettingsException _,
                    CommandFailure _,
                    GateRefusal _,
                    DriftAlarm _,
                    NotReproduced _,
                    FlowException _,
                    ArtifactException _,
                    CatalogueFormatException _,
                    ImportException _,
                    CopyException _,
                    IngestException _,
                    ListException _,
                    LookupException _,
                    PrepareException _,
                    RatingFormatException _,
                    RecommendException _,
                    StoreException _,
                    TrainingException _,
                    IOException _,
                    UncheckedIOException _ -> true;
            default -> isDiskFull(failure);
        };
    }

    /// Why a command failed, in one sentence.
    static String reason(Exception failure) {
        return message(failure);
    }

    private static String message(Exception failure) {
        if (isDiskFull(failure)) {
            return "the disk is full (" + DISK_FULL + "): nothing new was written, what was there before is whole;"
                    + " make room, then run the command again";
        }
        return switch (failure) {
            case NoSuchFileException missing -> "there is no file " + missing.getMessage();
            case AccessDeniedException denied -> "no permission for " + denied.getMessage();
            case FileAlreadyExistsException taken -> "something else stands at " + taken.getMessage();
            case NotDirectoryException noFolder -> noFolder.getMessage() + " is not a folder";
            case UncheckedIOException wrapped -> message(Objects.requireNonNull(wrapped.getCause(), "always given"));
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }

    private static boolean isDiskFull(Exception failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    && String.valueOf(cause.getMessage()).endsWith(DISK_FULL)) {
                return true;
            }
        }
        return false;
    }
}
