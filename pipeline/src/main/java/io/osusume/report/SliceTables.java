package io.osusume.report;

import io.osusume.evaluation.BandFigures;
import io.osusume.evaluation.Calibration;
import io.osusume.evaluation.Estimate;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.PopularityBands;
import io.osusume.plot.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tables of the plain text that look closer: rows of cells, a header first. What was not measured
/// has none.
final class SliceTables {
    private static final String ABSENT = "-";
    private static final String NDCG = "ndcg@10";

    private SliceTables() {}

    /// All tables, in the order of the page.
    static List<List<List<String>>> of(EvaluationReport report) {
        List<List<List<String>>> tables = new ArrayList<>();
        if (!report.slices().isEmpty()) {
            tables.add(slices(report));
        }
        if (report.models().stream()
                .anyMatch(model -> !model.evaluation().bands().isEmpty())) {
            tables.add(bands(report));
        }
        if (report.models().stream()
                .anyMatch(model -> !model.evaluation().spreads().isEmpty())) {
            tables.add(spreads(report));
        }
        return tables;
    }

    private static List<List<String>> slices(EvaluationReport report) {
        List<String> slices = report.slices();
        List<String> header = new ArrayList<>(List.of("NDCG@10 by slice (users)"));
        Evaluation first = report.models().getFirst().evaluation();
        for (String slice : slices) {
            header.add(first.slices().contains(slice) ? slice + " (" + first.users(slice) + ")" : slice);
        }
        List<List<String>> rows = new ArrayList<>(List.of(header));
        for (ModelResult model : report.models()) {
            List<String> row = new ArrayList<>(List.of(model.name()));
            for (String slice : slices) {
                row.add(mean(model.evaluation(), Evaluation.inSlice(slice, NDCG)));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> bands(EvaluationReport report) {
        List<String> metrics = report.models().stream()
                .flatMap(model -> model.evaluation().listMetrics().stream())
                .distinct()
                .toList();
        List<String> header = new ArrayList<>(List.of("by popularity, and what is shown"));
        PopularityBands.NAMES.forEach(band -> header.add(band + " Recall@" + BandFigures.N));
        PopularityBands.NAMES.forEach(band -> header.add(band + " shown"));
        metrics.forEach(metric -> header.add(Figures.title(metric)));
        header.addAll(List.of("Gini@10", "calibration error", "Brier"));
        List<List<String>> rows = new ArrayList<>(List.of(header));
        for (ModelResult model : report.models()) {
            Evaluation evaluation = model.evaluation();
            List<String> row = new ArrayList<>(List.of(model.name()));
            for (BandFigures band : evaluation.bands()) {
                row.add(mean(Optional.ofNullable(band.recall())));
            }
            for (BandFigures band : evaluation.bands()) {
                row.add(Figures.percent(band.shown()));
            }
            while (row.size() < 1 + 2 * PopularityBands.NAMES.size()) {
                row.add(ABSENT);
            }
            metrics.forEach(metric -> row.add(mean(evaluation, metric)));
            row.add(Optional.ofNullable(evaluation.pooled().get("gini@10"))
                    .map(Figures::share)
                    .orElse(ABSENT));
            Optional<Calibration> calibration = evaluation.calibration();
            row.add(calibration
                    .map(found -> Figures.share(found.expectedError()))
                    .orElse(ABSENT));
            row.add(calibration.map(found -> Figures.share(found.brier())).orElse(ABSENT));
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> spreads(EvaluationReport report) {
        List<String> header = new ArrayList<>(List.of("lowest to highest of the seeds", "seeds"));
        EvaluationReport.COMPARED.forEach(metric -> header.add(Figures.title(metric)));
        List<List<String>> rows = new ArrayList<>(List.of(header));
        for (ModelResult model : report.models()) {
            if (!model.evaluation().spreads().isEmpty()) {
                List<String> row = new ArrayList<>(List.of(
                        model.name(),
                        String.join(
                                ",", model.seeds().stream().map(String::valueOf).toList())));
                EvaluationReport.COMPARED.forEach(metric ->
                        row.add(Figures.spread(model.evaluation(), metric).replace(Figures.ABSENT, ABSENT)));
                rows.add(row);
            }
        }
        return rows;
    }

    private static String mean(Evaluation evaluation, String metric) {
        return evaluation.has(metric) ? mean(evaluation.estimate(metric)) : ABSENT;
    }

    private static String mean(Optional<Estimate> estimate) {
        return estimate.map(found -> Figures.share(found.mean())).orElse(ABSENT);
    }
}
