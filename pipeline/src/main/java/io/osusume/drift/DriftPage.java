package io.osusume.drift;

import io.osusume.drift.DriftReport.FeatureDrift;
import io.osusume.plot.Figures;
import io.osusume.plot.SharesPlot;
import io.osusume.report.HtmlPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The report as one HTML page: every feature then and now, drawn and in numbers.
final class DriftPage {
    private DriftPage() {}

    static String write(DriftReport report) {
        String headline = report.enough() ? report.alarms().isEmpty() ? "No drift" : "Drift" : "Too few lists to judge";
        HtmlPage page = new HtmlPage(
                "Osusume: drift of " + report.model(), "Osusume · drift", headline, DriftText.compared(report));
        page.open(
                "All at one look",
                String.format(
                        Locale.ROOT,
                        "The population stability index: 0 is no change, from %.2f on worth a look, from %.2f on too"
                                + " much. Of the last line the share of all entries.",
                        report.thresholds().watch(),
                        report.thresholds().alarm()));
        page.html(HtmlPage.table("Drift by feature", DriftText.HEADER, DriftText.rows(report)));
        page.paragraph(report.verdict() + ".");
        page.close();
        for (FeatureDrift each : report.features()) {
            feature(page, each);
        }
        return page.end("Made " + report.created() + ".");
    }

    private static void feature(HtmlPage page, FeatureDrift each) {
        List<String> bins = each.feature().bins();
        List<List<String>> rows = new ArrayList<>();
        for (int bin = 0; bin < bins.size(); bin++) {
            rows.add(List.of(
                    bins.get(bin),
                    Figures.percent(each.expected().get(bin)),
                    Figures.percent(each.found().get(bin))));
        }
        page.open(
                each.feature().title(),
                String.format(
                        Locale.ROOT, "Index %.3f. Pale what the model learnt from, strong what is asked.", each.psi()));
        page.html(HtmlPage.figure(
                SharesPlot.draw(each.feature().word(), each.feature().title(), bins, each.expected(), each.found())));
        page.html(HtmlPage.table("Shares by bin", List.of("Bin", "Learnt from", "Asked"), rows));
        page.close();
    }
}
