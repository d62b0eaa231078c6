package io.osusume.release;

import io.osusume.evaluation.PairedBootstrap.Comparison;
import io.osusume.plot.Figures;
import io.osusume.plot.ForestPlot;
import io.osusume.report.HtmlPage;
import java.util.ArrayList;
import java.util.List;

/// The gate's report as one HTML page: the verdict, the differences drawn, every check in a table.
final class GatePage {
    private GatePage() {}

    static String write(GateReport report) {
        HtmlPage page = new HtmlPage(
                "Osusume: gate for " + report.challenger(),
                "Osusume · gate",
                report.passed() ? "Passed" : "Refused",
                report.verdict() + ", by " + Figures.count(report.users()) + " held-out users.");
        if (!report.passed()) {
            page.open("Why it was refused", "Each of these is reason enough.");
            page.list(report.refusals());
            page.close();
        }
        page.open(
                "Every check",
                "The same users for both, list by list; an interval says where the mean would lie for other users of the"
                        + " same kind. Undecided: the mean is as allowed, the interval reaches further down.");
        List<Comparison> pairs = pairs(report);
        String table = HtmlPage.table("Checks of the gate", GateTable.HEADER, GateTable.rows(report));
        if (pairs.isEmpty()) {
            page.html(table);
        } else {
            page.html(HtmlPage.figure(ForestPlot.draw("differences", pairs)));
            page.html(table);
        }
        page.close();
        return page.end("Data " + report.data() + ". Code " + report.code() + ". Made " + report.created() + ".");
    }

    /// The checks with an interval, each as a comparison of the challenger with the other.
    private static List<Comparison> pairs(GateReport report) {
        String other = report.champion().orElse("popularity");
        List<Comparison> pairs = new ArrayList<>();
        for (GateCheck check : report.checks()) {
            Double low = check.low();
            Double high = check.high();
            if (low != null && high != null) {
                double difference = check.difference().orElse(0.0);
                pairs.add(new Comparison(
                        check.name(), other, "users' means", difference, low, high, Double.NaN, report.users()));
            }
        }
        return pairs;
    }
}
