package io.osusume.report;

import io.osusume.evaluation.Coverage;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.PairedBootstrap.Comparison;
import io.osusume.plot.Figures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The report as plain text for a terminal: models best first, the columns aligned.
public final class ReportTable {
    private static final String ABSENT = "-";

    private ReportTable() {}

    /// The table with its heading and notes, lines ended by newlines.
    public static String write(EvaluationReport report) {
        StringBuilder out = new StringBuilder();
        long items = report.data().counts().getOrDefault("items", 0L);
        int users = report.models().isEmpty()
                ? 0
                : report.models().getFirst().evaluation().userCount();
        out.append(String.format(
                Locale.ROOT,
                "%s: %,d %s users, all %,d items ranked but the folded-in ones;"
                        + " means with 95%% bootstrap intervals%n%n",
                report.data().name(),
                users,
                report.part().word(),
                items));
        out.append(aligned(rows(report)));
        for (List<List<String>> rows : SliceTables.of(report)) {
            out.append('\n').append(aligned(rows));
        }
        if (!report.paired().isEmpty()) {
            out.append('\n').append(aligned(pairs(report)));
        }
        for (ModelResult model : report.models()) {
            for (String note : model.notes()) {
                out.append("\n").append(model.name()).append(": ").append(note);
            }
        }
        out.append('\n').append(EvaluationReport.PROTOCOL).append('\n');
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    private static List<List<String>> rows(EvaluationReport report) {
        List<List<String>> rows = new ArrayList<>();
        List<String> metrics = report.models().isEmpty()
                ? List.of()
                : List.copyOf(report.models().getFirst().evaluation().metrics());
        List<String> header = new ArrayList<>(List.of("model"));
        metrics.forEach(metric -> header.add(Figures.title(metric)));
        header.addAll(List.of(Figures.title(Coverage.REPORTED.name()), "training", "a user", "median"));
        rows.add(header);
        for (ModelResult model : report.models()) {
            Evaluation evaluation = model.evaluation();
            List<String> row = new ArrayList<>(List.of(model.name()));
            for (String metric : metrics) {
                row.add(evaluation
                        .estimate(metric)
                        .map(found -> String.format(
                                Locale.ROOT, "%.4f [%.3f, %.3f]", found.mean(), found.low(), found.high()))
                        .orElse(ABSENT));
            }
            row.add(
                    evaluation.coverage().isPresent()
                            ? String.format(
                                    Locale.ROOT, "%.3f", evaluation.coverage().getAsDouble())
                            : ABSENT);
            row.add(model.trainingTime() == null ? ABSENT : Figures.duration(model.trainingTime()));
            row.add(evaluation.userCount() == 0 ? ABSENT : Figures.duration(evaluation.meanScoringTime()));
            row.add(evaluation.userCount() == 0 ? ABSENT : Figures.duration(evaluation.medianScoringTime()));
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> pairs(EvaluationReport report) {
        List<String> metrics = EvaluationReport.COMPARED.stream()
                .filter(metric ->
                        report.paired().stream().anyMatch(pair -> pair.metric().equals(metric)))
                .toList();
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Comparison pair : report.paired()) {
            List<String> row = rows.computeIfAbsent(
                    pair.a() + " - " + pair.b(),
                    names -> new ArrayList<>(Collections.nCopies(metrics.size() + 1, ABSENT)));
            row.set(0, pair.a() + " - " + pair.b());
            row.set(
                    1 + metrics.indexOf(pair.metric()),
                    String.format(Locale.ROOT, "%+.4f [%+.4f, %+.4f]", pair.difference(), pair.low(), pair.high()));
        }
        List<String> header = new ArrayList<>(List.of("compared user by user"));
        metrics.forEach(metric -> header.add(Figures.title(metric)));
        List<List<String>> all = new ArrayList<>(List.of(header));
        all.addAll(rows.values());
        return all;
    }

    /// The first column to the left, the others to the right, two spaces between.
    private static String aligned(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                String cell = row.get(column);
                String padding = " ".repeat(widths[column] - cell.length());
                out.append(column == 0 ? cell + padding : "  " + padding + cell);
            }
            out.append('\n');
        }
        return out.toString();
    }
}
