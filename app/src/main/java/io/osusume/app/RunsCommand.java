package io.osusume.app;

import io.osusume.artifact.ArtifactFolder;
import io.osusume.plot.Figures;
import io.osusume.tracking.Run;
import io.osusume.tracking.RunComparison;
import io.osusume.tracking.RunFile;
import io.osusume.tracking.RunFilter;
import io.osusume.tracking.RunMetrics;
import io.osusume.tracking.RunStatus;
import io.osusume.tracking.RunStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows and compares recorded runs.
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = {
            "Lists, shows and compares runs: what train, tune, evaluate and pipeline have done, with parameters,",
            "metrics of each epoch, and what they made."
        },
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExample:%n",
        footer = "  ./osusume runs list")
final class RunsCommand {
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists runs, the newest last.",
            footerHeading = "%nExample:%n",
            footer = "  ./osusume runs list --command train --model ease --sort validation-ndcg@10")
    int list(
            @Mixin Workplace workplace,
            @Option(names = "--command", paramLabel = "C", description = "Only of this command: train, tune, ...")
                    @Nullable
                    String command,
            @Option(names = "--model", paramLabel = "M", description = "Only about this model.") @Nullable String model,
            @Option(
                            names = "--status",
                            paramLabel = "S",
                            description = "Only those that are running, finished, failed or killed.")
                    @Nullable
                    String status,
            @Option(names = "--since", paramLabel = "DAY", description = "Only those begun on this day (UTC) or later.")
                    @Nullable
                    String since,
            @Option(names = "--tag", paramLabel = "T", description = "Only with this tag, may be given again.")
                    @Nullable
                    List<String> tags,
            @Option(
                            names = "--parameter",
                            paramLabel = "NAME=VALUE",
                            description = "Only with this parameter, may be given again.")
                    @Nullable
                    Map<String, String> parameters,
            @Option(
                            names = "--sort",
                            paramLabel = "METRIC",
                            description = "Sort by this metric, the lowest first, and show it.")
                    @Nullable
                    String sort,
            @Option(
                            names = {"-n", "--last"},
                            paramLabel = "N",
                            defaultValue = "30",
                            description = "At most the last N (default: ${DEFAULT-VALUE}; 0 for all).")
                    int last,
            @Option(names = "--json", description = "Print JSON instead of a table.") boolean json)
            throws IOException {
        if (last < 0) {
            throw workplace.usage("--last must be at least 0, was " + last);
        }
        RunFilter filter = new RunFilter(
                command,
                model,
                status == null ? null : status(workplace, status),
                since == null ? null : day(workplace, since),
                tags == null ? List.of() : tags,
                parameters == null ? Map.of() : parameters);
        RunStore.Listing listing = workplace.tracking().store().list();
        listing.problems().forEach(workplace::tell);
        List<Run> wanted =
                new ArrayList<>(listing.runs().stream().filter(filter::accepts).toList());
        if (sort != null) {
            wanted.removeIf(run -> !run.figures().containsKey(sort));
            wanted.sort(Comparator.comparingDouble(run -> run.figures().getOrDefault(sort, Double.NaN)));
        }
        List<Run> shown = last == 0 ? wanted : wanted.subList(Math.max(0, wanted.size() - last), wanted.size());
        if (json) {
            workplace.print(shown.stream().map(RunFile::json).collect(Collectors.joining(",\n", "[", "]")));
        } else if (shown.isEmpty()) {
            workplace.print(
                    listing.runs().isEmpty()
                            ? "no run in " + workplace.tracking().store().root()
                                    + "; train, tune and evaluate make them"
                            : "none of the " + listing.runs().size() + " runs is wanted");
        } else {
            workplace.print(RunTables.list(shown, sort, Instant.now()));
            if (shown.size() < wanted.size()) {
                workplace.print("the last " + shown.size() + " of " + wanted.size() + "; all with --last 0");
            }
        }
        return 0;
    }

    private static RunStatus status(Workplace workplace, String word) {
        return Arrays.stream(RunStatus.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        workplace.usage("--status must be running, finished, failed or killed, was '" + word + "'"));
    }

    private static Instant day(Workplace workplace, String text) {
        try {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException noDay) {
            throw workplace.usage("--since must be a day such as 2026-11-28, was '" + text + "'");
        }
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows a run: parameters, figures, curves of its metrics, what it made, where it ran.",
            footerHeading = "%nExample:%n",
            footer = "  ./osusume runs show latest")
    int show(
            @Mixin Workplace workplace,
            @Parameters(paramLabel = "RUN", description = "An id, its beginning or end, or the word latest.") String id,
            @Option(names = "--json", description = "Print the run as JSON.") boolean json,
            @Option(names = "--metrics", description = "Print every measured number as CSV.") boolean metrics)
            throws IOException {
        RunStore store = workplace.tracking().store();
        Run run = store.read(store.resolve(id));
        RunMetrics measured = store.metrics(run.id());
        if (json) {
            workplace.print(RunFile.json(run));
        } else if (metrics) {
            workplace.print("time,step,metric,value");
            measured.lines()
                    .forEach(line -> workplace.print(line.time() + "," + (line.step() == null ? "" : line.step()) + ","
                            + line.name() + "," + line.value()));
        } else {
            workplace.print(RunTables.show(run, measured, Instant.now()));
        }
        return 0;
    }

    @Command(
            name = "compare",
            mixinStandardHelpOptions = true,
            description = {
                "Compares runs: what differs in parameters and circumstances (marked *), figures side by side, curves.",
                "What is the same is left out unless --all is given."
            },
            footerHeading = "%nExample:%n",
            footer = "  ./osusume runs compare 3f2a 9c01 --plot curves.html")
    int compare(
            @Mixin Workplace workplace,
            @Parameters(arity = "2..12", paramLabel = "RUN", description = "Ids, their beginnings or ends, or latest.")
                    List<String> ids,
            @Option(names = "--all", description = "Show what is the same too.") boolean all,
            @Option(names = "--json", description = "Print JSON instead of tables.") boolean json,
            @Option(names = "--plot", paramLabel = "OUT", description = "Draw the curves into this HTML file.")
                    @Nullable
                    Path plot)
            throws IOException {
        RunStore store = workplace.tracking().store();
        List<Run> runs = new ArrayList<>();
        List<RunMetrics> measured = new ArrayList<>();
        for (String id : ids) {
            Run run = store.read(store.resolve(id));
            if (runs.stream().noneMatch(known -> known.id().equals(run.id()))) {
                runs.add(run);
                measured.add(store.metrics(run.id()));
            }
        }
        RunComparison comparison = RunComparison.of(runs);
        workplace.print(json ? RunTables.json(comparison) : RunTables.compare(comparison, measured, all));
        if (plot != null) {
            workplace.checkNoFolder("--plot", plot);
            ArtifactFolder.writeFile(plot, RunTables.page(comparison, measured).getBytes(StandardCharsets.UTF_8));
            workplace.tell("written to " + plot);
        }
        return 0;
    }

    /// A figure for people.
    static String figure(double value) {
        return Double.isFinite(value) ? Figures.measured(value) : Double.toString(value);
    }
}
