package io.osusume.web;

import io.osusume.plot.Figures;
import io.osusume.plot.RunPlot;
import io.osusume.tracking.Run;
import io.osusume.tracking.RunComparison;
import io.osusume.tracking.RunMetrics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One run, or several side by side.
///
/// @param runs in the order they were chosen
/// @param plots a learning curve each
/// @param tables what they were made with and what came out
record RunView(List<Head> runs, List<Plot> plots, List<Table> tables) {
    /// A run's name here and what is known of it.
    ///
    /// @param tone the colour of its lines
    record Head(String letter, String tone, String id, List<ModelView.Line> lines, List<String> notes) {}

    /// A learning curve.
    record Plot(String metric, String svg) {}

    /// Names with a value in each run.
    record Table(String id, String title, List<Row> rows) {}

    /// One name with its values.
    record Row(String name, List<String> values, boolean differs) {}

    /// Whether several are compared.
    boolean several() {
        return runs.size() > 1;
    }

    static RunView of(List<Run> runs, List<RunMetrics> metrics, Instant now) {
        List<Head> heads = new ArrayList<>();
        for (int k = 0; k < runs.size(); k++) {
            Run run = runs.get(k);
            heads.add(new Head(letter(k), RunPlot.tone(k), run.id(), lines(run, now), run.notes()));
        }
        RunComparison comparison = RunComparison.of(runs);
        return new RunView(
                heads,
                plots(metrics),
                List.of(
                        table("figures", "Figures", figures(metrics)),
                        table("parameters", "Parameters", comparison.parameters()),
                        table("circumstances", "Circumstances", comparison.facts())));
    }

    private static String letter(int run) {
        return String.valueOf((char) ('A' + run));
    }

    private static List<ModelView.Line> lines(Run run, Instant now) {
        List<ModelView.Line> lines = new ArrayList<>();
        lines.add(new ModelView.Line("status", run.status().word()));
        lines.add(new ModelView.Line(
                "begun", run.started().truncatedTo(ChronoUnit.SECONDS).toString()));
        String took = RunsView.took(run, now);
        if (!took.isEmpty()) {
            lines.add(new ModelView.Line("took", took));
        }
        if (!run.failure().isEmpty()) {
            lines.add(new ModelView.Line("failure", run.failure()));
        }
        String parent = run.parent();
        if (parent != null) {
            lines.add(new ModelView.Line("part of", parent));
        }
        if (!run.tags().isEmpty()) {
            lines.add(new ModelView.Line("tags", String.join(", ", run.tags())));
        }
        run.artifacts()
                .forEach(made -> lines.add(new ModelView.Line(
                        made.name(), made.path() + ", " + Figures.count(made.sizeBytes()) + " bytes")));
        return lines;
    }

    private static List<Plot> plots(List<RunMetrics> metrics) {
        TreeSet<String> names = new TreeSet<>();
        metrics.forEach(each -> names.addAll(each.curves()));
        List<Plot> plots = new ArrayList<>();
        for (String name : names) {
            List<RunPlot.Line> lines = new ArrayList<>();
            for (int k = 0; k < metrics.size(); k++) {
                lines.add(new RunPlot.Line(letter(k), metrics.get(k).curve(name)));
            }
            String svg = RunPlot.draw("curve-" + plots.size(), name, lines);
            if (!svg.isEmpty()) {
                plots.add(new Plot(name, svg));
            }
        }
        return plots;
    }

    private static List<RunComparison.Row> figures(List<RunMetrics> metrics) {
        TreeSet<String> names = new TreeSet<>();
        metrics.forEach(each -> names.addAll(each.last().keySet()));
        List<RunComparison.Row> rows = new ArrayList<>();
        for (String name : names) {
            List<@Nullable String> values = new ArrayList<>();
            for (RunMetrics each : metrics) {
                Double value = each.last().get(name);
                values.add(value == null ? null : RunsView.number(value));
            }
            rows.add(new RunComparison.Row(
                    name, values, values.stream().distinct().count() > 1));
        }
        return rows;
    }

    private static Table table(String id, String title, List<RunComparison.Row> rows) {
        List<Row> shown = new ArrayList<>();
        for (RunComparison.Row row : rows) {
            List<String> cells = new ArrayList<>();
            for (@Nullable String value : row.values()) {
                cells.add(value == null ? "" : value);
            }
            shown.add(new Row(row.name(), cells, row.differs()));
        }
        return new Table(id, title, shown);
    }
}
