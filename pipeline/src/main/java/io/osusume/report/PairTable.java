package io.osusume.report;

import io.osusume.evaluation.PairedBootstrap.Comparison;
import io.osusume.plot.Figures;
import java.util.List;

/// The table beside a forest plot.
final class PairTable {
    private PairTable() {}

    /// @param pairs of one metric against one model
    static String write(String caption, List<Comparison> pairs) {
        List<List<String>> rows = pairs.stream()
                .map(pair -> List.of(
                        pair.a(),
                        Figures.difference(pair.difference()),
                        Figures.difference(pair.low()) + " to " + Figures.difference(pair.high()),
                        Figures.percent(pair.shareAbove())))
                .toList();
        return HtmlTable.write(caption, List.of("Model", "Difference", "95% interval", "Resamples above 0"), rows);
    }
}
