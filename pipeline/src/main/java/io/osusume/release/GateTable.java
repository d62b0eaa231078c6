package io.osusume.release;

import io.osusume.plot.Figures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The gate's report as rows of text, for a terminal and for the page.
public final class GateTable {
    /// The names of the columns.
    static final List<String> HEADER =
            List.of("Check", "Champion", "Challenger", "Difference", "95% interval", "Allowed", "Outcome");

    private GateTable() {}

    /// A row a check, the cells as [#HEADER] names them.
    static List<List<String>> rows(GateReport report) {
        List<List<String>> rows = new ArrayList<>();
        for (GateCheck check : report.checks()) {
            Double low = check.low();
            Double high = check.high();
            rows.add(List.of(
                    check.name(),
                    shown(check.champion()),
                    shown(check.challenger()),
                    check.difference().map(Figures::difference).orElse(Figures.ABSENT),
                    low == null || high == null
                            ? Figures.ABSENT
                            : Figures.difference(low) + " to " + Figures.difference(high),
                    check.allowed(),
                    check.outcome().word()));
        }
        return rows;
    }

    private static String shown(@Nullable Double value) {
        return value == null
                ? Figures.ABSENT
                : value == Math.rint(value) ? Figures.count(value.longValue()) : Figures.share(value);
    }

    /// The report as text with aligned columns, lines ended by newlines.
    public static String write(GateReport report) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        rows.addAll(rows(report));
        int[] widths = new int[HEADER.size()];
        rows.forEach(row -> {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        });
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String padding = " ".repeat(widths[column] - row.get(column).length());
                boolean number = column > 0 && column < 5;
                line.append(column == 0 ? "" : "  ")
                        .append(number ? padding + row.get(column) : row.get(column) + padding);
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        out.append('\n').append(report.verdict()).append(", by ").append(Figures.count(report.users()));
        out.append(" held-out users").append(report.passed() ? ".\n" : ":\n");
        report.refusals().forEach(reason -> out.append("  ").append(reason).append('\n'));
        return out.toString();
    }
}
