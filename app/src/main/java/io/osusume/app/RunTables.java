package io.osusume.app;

import io.osusume.plot.Figures;
import io.osusume.plot.Markup;
import io.osusume.plot.RunPlot;
import io.osusume.plot.Sparkline;
import io.osusume.tracking.Run;
import io.osusume.tracking.RunArtifact;
import io.osusume.tracking.RunComparison;
import io.osusume.tracking.RunMetrics;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Runs as the command line shows them.
final class RunTables {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final List<String> USUAL = List.of("ndcg@10", "validation-ndcg@10", "validation-loss", "loss");
    private static final int SPARKLINE = 40;

    private RunTables() {}

    static String list(List<Run> runs, @Nullable String sort, Instant now) {
        TextTable table = new TextTable("run", "status", "begun (UTC)", "took", "figure", "", "part of");
        for (Run run : runs) {
            String figure = sort == null ? usual(run.figures()) : sort;
            Double value = run.figures().get(figure);
            String parent = run.parent();
            table.row(
                    run.id(),
                    run.status().word(),
                    MINUTE.format(run.started()),
                    run.status().ended() && run.ended() == null ? "" : Figures.duration(run.time(now)),
                    value == null ? "" : figure,
                    value == null ? "" : RunsCommand.figure(value),
                    parent == null ? "" : parent.substring(parent.length() - 4));
        }
        return table.toString();
    }

    private static String usual(Map<String, Double> figures) {
        return USUAL.stream()
                .filter(figures::containsKey)
                .findFirst()
                .or(() -> figures.keySet().stream().findFirst())
                .orElse("");
    }

    static String show(Run run, RunMetrics metrics, Instant now) {
        StringBuilder text = new StringBuilder();
        TextTable head = new TextTable("run", run.id());
        head.row("status", run.status().word());
        head.row("begun", run.started().toString());
        if (!run.status().ended() || run.ended() != null) {
            head.row("took", Figures.duration(run.time(now)));
        }
        if (!run.failure().isEmpty()) {
            head.row("failure", run.failure());
        }
        if (run.parent() != null) {
            head.row("part of", run.parent());
        }
        head.row("code", run.code());
        run.data().forEach((name, value) -> head.row(name, value));
        if (!run.tags().isEmpty()) {
            head.row("tags", String.join(", ", run.tags()));
        }
        text.append(head);
        section(text, "parameters", run.parameters());
        curves(text, metrics);
        TextTable figures = new TextTable("figures", "");
        metrics.last().forEach((name, value) -> figures.row(name, RunsCommand.figure(value)));
        block(text, metrics.last().isEmpty() ? "" : figures.toString());
        TextTable artifacts = new TextTable("made", "where", "bytes", "sha256");
        for (RunArtifact each : run.artifacts()) {
            artifacts.row(each.name(), each.path(), Long.toString(each.sizeBytes()), each.sha256());
        }
        block(text, run.artifacts().isEmpty() ? "" : artifacts.toString());
        section(text, "host", run.host().facts());
        run.notes().forEach(note -> block(text, note));
        return text.toString();
    }

    private static void section(StringBuilder text, String title, Map<String, String> values) {
        TextTable table = new TextTable(title, "");
        values.forEach((name, value) -> table.row(name, value));
        block(text, values.isEmpty() ? "" : table.toString());
    }

    private static void block(StringBuilder text, String block) {
        if (!block.isEmpty()) {
            text.append(System.lineSeparator()).append(System.lineSeparator()).append(block);
        }
    }

    private static void curves(StringBuilder text, RunMetrics metrics) {
        TextTable table = new TextTable("curve", "steps", "first", "last", "");
        for (String name : metrics.curves()) {
            SortedMap<Integer, Double> curve = metrics.curve(name);
            List<Double> values = List.copyOf(curve.values());
            table.row(
                    name,
                    curve.firstKey() + " to " + curve.lastKey(),
                    RunsCommand.figure(values.getFirst()),
                    RunsCommand.figure(values.getLast()),
                    Sparkline.draw(values, SPARKLINE));
        }
        block(text, metrics.curves().isEmpty() ? "" : table.toString());
    }

    static String compare(RunComparison comparison, List<RunMetrics> metrics, boolean all) {
        StringBuilder text = new StringBuilder();
        TextTable runs = new TextTable("", "run", "status");
        for (int k = 0; k < comparison.runs().size(); k++) {
            Run run = comparison.runs().get(k);
            runs.row(letter(k), run.id(), run.status().word());
        }
        text.append(runs);
        block(text, table("circumstances", comparison.facts(), comparison, all, false));
        block(text, table("parameters", comparison.parameters(), comparison, all, false));
        block(text, table("figures", comparison.figures(), comparison, true, true));
        for (String name : curves(metrics)) {
            TextTable table = new TextTable(name, "last", "");
            for (int k = 0; k < metrics.size(); k++) {
                List<Double> values = List.copyOf(metrics.get(k).curve(name).values());
                table.row(
                        letter(k),
                        values.isEmpty() ? "" : RunsCommand.figure(values.getLast()),
                        Sparkline.draw(values, SPARKLINE));
            }
            block(text, table.toString());
        }
        return text.toString();
    }

    private static String table(
            String title, List<RunComparison.Row> rows, RunComparison comparison, boolean all, boolean numbers) {
        List<String> header = new ArrayList<>(List.of("", title));
        for (int k = 0; k < comparison.runs().size(); k++) {
            header.add(letter(k));
        }
        TextTable table = new TextTable(header.toArray(String[]::new));
        List<RunComparison.Row> shown =
                rows.stream().filter(row -> all || row.differs()).toList();
        for (RunComparison.Row row : shown) {
            List<String> cells = new ArrayList<>(List.of(row.differs() ? "*" : "", row.name()));
            for (@Nullable String value : row.values()) {
                cells.add(value == null ? "" : numbers ? RunsCommand.figure(Double.parseDouble(value)) : value);
            }
            table.row(cells.toArray(String[]::new));
        }
        return shown.isEmpty() ? "" : table.toString();
    }

    /// The letter that names a run of a comparison.
    static String letter(int run) {
        return String.valueOf((char) ('A' + run));
    }

    private static Set<String> curves(List<RunMetrics> metrics) {
        TreeSet<String> names = new TreeSet<>();
        metrics.forEach(each -> names.addAll(each.curves()));
        return names;
    }

    static String json(RunComparison comparison) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(comparison);
    }

    /// The curves as one HTML page.
    static String page(RunComparison comparison, List<RunMetrics> metrics) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>Runs compared</title><style>"
                + RunPlot.STYLE + "</style></head><body>\n<h1>Runs compared</h1>\n<ul>\n");
        for (int k = 0; k < comparison.runs().size(); k++) {
            page.append("<li>")
                    .append(letter(k))
                    .append(": ")
                    .append(Markup.escaped(comparison.runs().get(k).id()))
                    .append("</li>\n");
        }
        page.append("</ul>\n");
        int number = 0;
        for (String name : curves(metrics)) {
            List<RunPlot.Line> lines = new ArrayList<>();
            for (int k = 0; k < metrics.size(); k++) {
                lines.add(new RunPlot.Line(letter(k), metrics.get(k).curve(name)));
            }
            page.append(RunPlot.draw("curve-" + number++, name, lines));
        }
        return page.append("</body></html>\n").toString();
    }
}
