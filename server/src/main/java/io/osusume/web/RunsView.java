package io.osusume.web;

import io.osusume.plot.Figures;
import io.osusume.tracking.Run;
import io.osusume.tracking.RunFilter;
import io.osusume.tracking.RunStatus;
import io.osusume.tracking.RunStore;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All runs on a page, the newest first.
///
/// @param shown a sentence that says how many there are
/// @param problems about folders that are no readable run
/// @param commands what can be chosen from
record RunsView(
        String shown,
        List<Row> rows,
        List<String> problems,
        List<Option> commands,
        List<Option> models,
        List<Option> statuses) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final List<String> USUAL = List.of("ndcg@10", "validation-ndcg@10", "validation-loss", "loss");
    private static final int MOST = 200;

    /// One run.
    record Row(String id, String what, String status, String begun, String took, String figure) {}

    static RunsView of(RunStore.Listing listing, RunFilter filter, Instant now) {
        List<Run> wanted = listing.runs().stream().filter(filter::accepts).toList();
        List<Row> rows =
                wanted.reversed().stream().limit(MOST).map(run -> row(run, now)).toList();
        String shown = rows.size() + " of " + listing.runs().size() + " runs";
        @Nullable RunStatus status = filter.status();
        return new RunsView(
                shown,
                rows,
                listing.problems(),
                options(listing.runs(), Run::command, filter.command()),
                options(listing.runs(), Run::model, filter.model()),
                Stream.concat(
                                Stream.of(new Option("", "any", status == null)),
                                Arrays.stream(RunStatus.values())
                                        .map(each -> new Option(each.word(), each.word(), each == status)))
                        .toList());
    }

    private static List<Option> options(List<Run> runs, Function<Run, String> of, @Nullable String chosen) {
        List<Option> options = new ArrayList<>(List.of(new Option("", "any", chosen == null)));
        runs.stream()
                .map(of)
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted()
                .forEach(word -> options.add(new Option(word, word, word.equals(chosen))));
        return options;
    }

    private static Row row(Run run, Instant now) {
        return new Row(
                run.id(),
                (run.command() + " " + run.model()).strip(),
                run.status().word(),
                MINUTE.format(run.started()),
                took(run, now),
                figure(run.figures()));
    }

    /// How long a run took, empty where nobody knows.
    static String took(Run run, Instant now) {
        return run.status().ended() && run.ended() == null ? "" : Figures.duration(run.time(now));
    }

    private static String figure(Map<String, Double> figures) {
        return USUAL.stream()
                .filter(figures::containsKey)
                .findFirst()
                .map(name -> name + " " + number(figures.getOrDefault(name, Double.NaN)))
                .orElse("");
    }

    /// A figure for people.
    static String number(double value) {
        return Double.isFinite(value) ? Figures.measured(value) : Double.toString(value);
    }
}
