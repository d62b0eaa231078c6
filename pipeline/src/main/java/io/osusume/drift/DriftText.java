package io.osusume.drift;

import io.osusume.drift.DriftReport.FeatureDrift;
import io.osusume.plot.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The report as rows of text, for a terminal and for the page.
public final class DriftText {
    static final List<String> HEADER = List.of("What", "Index", "", "Counts for the alarm");

    private DriftText() {}

    static List<List<String>> rows(DriftReport report) {
        List<List<String>> rows = new ArrayList<>();
        for (FeatureDrift each : report.features()) {
            rows.add(List.of(
                    each.feature().title(),
                    String.format(Locale.ROOT, "%.3f", each.psi()),
                    report.enough() ? each.level().word() : Figures.ABSENT,
                    each.judged() ? "yes" : "no"));
        }
        rows.add(List.of(
                "Titles the model does not know",
                Figures.percent(report.unknownShare()),
                report.enough() ? report.unknownLevel().word() : Figures.ABSENT,
                "yes"));
        return rows;
    }

    /// The report as text with aligned columns, lines ended by newlines.
    public static String write(DriftReport report) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        rows.addAll(rows(report));
        StringBuilder out = new StringBuilder(compared(report)).append("\n\n");
        for (List<String> row : rows) {
            out.append(String.format(Locale.ROOT, "%-36s %8s  %-13s %s", row.toArray())
                            .stripTrailing())
                    .append('\n');
        }
        return out.append('\n').append(report.verdict()).append(".\n").toString();
    }

    static String compared(DriftReport report) {
        return Figures.count(report.lists()) + " lists (" + report.source() + ") beside the "
                + Figures.count(report.expectedLists()) + " that " + report.model() + " learnt from.";
    }
}
