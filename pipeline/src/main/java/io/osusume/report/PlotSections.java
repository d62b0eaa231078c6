package io.osusume.report;

import io.osusume.evaluation.Coverage;
import io.osusume.evaluation.Estimate;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.PairedBootstrap.Comparison;
import io.osusume.plot.BarPlot;
import io.osusume.plot.CurvePlot;
import io.osusume.plot.Figures;
import io.osusume.plot.ForestPlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The sections of the page that show figures: each a plot and a table beside it.
final class PlotSections {
    private final EvaluationReport report;
    private final StringBuilder out = new StringBuilder();

    /// @param report has at least one model
    PlotSections(EvaluationReport report) {
        this.report = report;
    }

    /// All sections as HTML.
    String write() {
        overview();
        figure("NDCG@10", Explanations.NDCG, "ndcg", List.of("ndcg@10"), List.of("ndcg@10", "ndcg@100"));
        List<String> recall = List.of("recall@20", "recall@50");
        figure("Recall", Explanations.RECALL, "recall", recall, recall);
        paired();
        out.append(new SliceSections(report).write());
        curves();
        return out.toString();
    }

    private void overview() {
        List<String> metrics =
                List.copyOf(report.models().getFirst().evaluation().metrics());
        List<String> header = new ArrayList<>(List.of("Model"));
        metrics.forEach(metric -> header.add(Figures.title(metric)));
        header.addAll(List.of(Figures.title(Coverage.REPORTED.name()), "Training", "One user", "Median"));
        List<List<String>> rows = new ArrayList<>();
        for (ModelResult model : report.models()) {
            Evaluation evaluation = model.evaluation();
            List<String> row = new ArrayList<>(List.of(model.name()));
            metrics.forEach(metric -> row.add(evaluation
                    .estimate(metric)
                    .map(found -> Figures.share(found.mean()))
                    .orElse(Figures.ABSENT)));
            row.add(
                    evaluation.coverage().isPresent()
                            ? Figures.share(evaluation.coverage().getAsDouble())
                            : Figures.ABSENT);
            row.add(model.trainingTime() == null ? Figures.ABSENT : Figures.duration(model.trainingTime()));
            row.add(evaluation.userCount() == 0 ? Figures.ABSENT : Figures.duration(evaluation.meanScoringTime()));
            row.add(evaluation.userCount() == 0 ? Figures.ABSENT : Figures.duration(evaluation.medianScoringTime()));
            rows.add(row);
        }
        out.append(Section.open("All figures", Explanations.OVERVIEW));
        out.append("<div class='wide'>")
                .append(HtmlTable.write("Means over users, best first", header, rows))
                .append("</div></section>\n");
    }

    private void figure(String title, String text, String id, List<String> drawn, List<String> listed) {
        List<String> header = new ArrayList<>(List.of("Model"));
        for (String metric : listed) {
            header.add(Figures.title(metric));
            header.add("95% interval");
        }
        List<List<String>> rows = new ArrayList<>();
        for (ModelResult model : report.models()) {
            List<String> row = new ArrayList<>(List.of(model.name()));
            for (String metric : listed) {
                Optional<Estimate> estimate = model.evaluation().estimate(metric);
                row.add(estimate.map(found -> Figures.share(found.mean())).orElse(Figures.ABSENT));
                row.add(estimate.map(Figures::interval).orElse(Figures.ABSENT));
            }
            rows.add(row);
        }
        out.append(Section.open(title, text));
        List<BarPlot.Row> bars = report.models().stream()
                .map(model -> new BarPlot.Row(
                        model.name(),
                        drawn.stream()
                                .flatMap(metric -> model.evaluation().estimate(metric).stream())
                                .toList()))
                .filter(row -> row.estimates().size() == drawn.size())
                .toList();
        String titles = drawn.stream().map(Figures::title).collect(Collectors.joining(" and "));
        String caption = drawn.size() == 1
                ? ""
                : Section.key("bar", Figures.title(drawn.getFirst())) + " "
                        + Section.key("second", Figures.title(drawn.getLast()));
        out.append(Section.pair(
                        BarPlot.draw(id, titles, bars), caption, HtmlTable.write(title + " by model", header, rows)))
                .append("</section>\n");
    }

    private void paired() {
        if (report.paired().isEmpty()) {
            return;
        }
        out.append(Section.open("Differences user by user", Explanations.PAIRED));
        List<String> references = report.references();
        for (int k = 0; k < references.size(); k++) {
            List<Comparison> pairs = report.against(references.get(k));
            String heading = "Against " + references.get(k);
            out.append(Section.heading(heading))
                    .append(Section.pair(
                            ForestPlot.draw("paired-" + k, pairs),
                            Explanations.FOREST_KEY,
                            PairTable.write(heading + ", " + Figures.title(EvaluationReport.DECISIVE), pairs)
                                    + Section.folded(
                                            heading + ", Recall@20",
                                            PairTable.write(
                                                    heading + ", Recall@20",
                                                    report.against(references.get(k), "recall@20")))));
        }
        out.append("</section>\n");
    }

    private void curves() {
        List<ModelResult> learned = report.models().stream()
                .filter(model -> !model.epochs().isEmpty())
                .toList();
        if (learned.isEmpty()) {
            return;
        }
        out.append(Section.open("Learning curves", Explanations.CURVES));
        for (int k = 0; k < learned.size(); k++) {
            ModelResult model = learned.get(k);
            List<CurvePlot.Step> steps = model.epochs().stream()
                    .map(epoch -> new CurvePlot.Step(epoch.epoch(), epoch.metrics()))
                    .toList();
            List<String> metrics = CurvePlot.metrics(steps);
            List<String> header = new ArrayList<>(List.of("Epoch"));
            header.addAll(metrics);
            List<List<String>> rows = new ArrayList<>();
            for (CurvePlot.Step epoch : steps) {
                List<String> row = new ArrayList<>(List.of(Integer.toString(epoch.epoch())));
                metrics.forEach(metric -> row.add(CurvePlot.text(epoch, metric)));
                rows.add(row);
            }
            out.append(Section.heading(model.name()))
                    .append(Section.pair(
                            CurvePlot.draw("curve-" + k, model.name(), steps),
                            "",
                            HtmlTable.write(model.name() + " by epoch", header, rows)));
        }
        out.append("</section>\n");
    }
}
