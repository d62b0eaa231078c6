package io.osusume.report;

import static io.osusume.report.Markup.escaped;

import io.osusume.evaluation.Coverage;
import io.osusume.evaluation.Estimate;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.PairedBootstrap.Comparison;
import io.osusume.train.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The sections of the page that show figures: each a plot and a table beside it.
final class PlotSections {
    private static final String ABSENT = "–";

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
        curves();
        return out.toString();
    }

    private void overview() {
        List<String> metrics =
                List.copyOf(report.models().getFirst().evaluation().metrics());
        List<String> header = new ArrayList<>(List.of("Model"));
        metrics.forEach(metric -> header.add(Figures.title(metric)));
        header.addAll(List.of(Figures.title(Coverage.REPORTED.name()), "Training", "One user"));
        List<List<String>> rows = new ArrayList<>();
        for (ModelResult model : report.models()) {
            Evaluation evaluation = model.evaluation();
            List<String> row = new ArrayList<>(List.of(model.name()));
            metrics.forEach(metric -> row.add(evaluation
                    .estimate(metric)
                    .map(found -> Figures.share(found.mean()))
                    .orElse(ABSENT)));
            row.add(
                    evaluation.coverage().isPresent()
                            ? Figures.share(evaluation.coverage().getAsDouble())
                            : ABSENT);
            row.add(model.trainingTime() == null ? ABSENT : Figures.duration(model.trainingTime()));
            row.add(evaluation.userCount() == 0 ? ABSENT : Figures.duration(evaluation.meanScoringTime()));
            rows.add(row);
        }
        section("All figures", Explanations.OVERVIEW);
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
                row.add(estimate.map(found -> Figures.share(found.mean())).orElse(ABSENT));
                row.add(estimate.map(Figures::interval).orElse(ABSENT));
            }
            rows.add(row);
        }
        section(title, text);
        out.append("<div class='pair'><figure>").append(BarPlot.draw(id, report.models(), drawn));
        if (drawn.size() > 1) {
            out.append("<figcaption><span class='key bar'></span>")
                    .append(escaped(Figures.title(drawn.getFirst())))
                    .append(" <span class='key second'></span>")
                    .append(escaped(Figures.title(drawn.getLast())))
                    .append("</figcaption>");
        }
        out.append("</figure>\n")
                .append(HtmlTable.write(title + " by model", header, rows))
                .append("</div></section>\n");
    }

    private void paired() {
        if (report.paired().isEmpty()) {
            return;
        }
        section("Differences user by user", Explanations.PAIRED);
        List<String> references =
                report.paired().stream().map(Comparison::b).distinct().toList();
        for (int k = 0; k < references.size(); k++) {
            List<Comparison> pairs = report.against(references.get(k));
            List<List<String>> rows = pairs.stream()
                    .map(pair -> List.of(
                            pair.a(),
                            Figures.difference(pair.difference()),
                            Figures.difference(pair.low()) + " to " + Figures.difference(pair.high()),
                            String.format(Locale.ROOT, "%.1f%%", 100 * pair.shareAbove())))
                    .toList();
            String heading = "Against " + references.get(k);
            out.append("<h3>")
                    .append(escaped(heading))
                    .append("</h3>\n<div class='pair'><figure>")
                    .append(ForestPlot.draw("paired-" + k, pairs))
                    .append("<figcaption>")
                    .append(Explanations.FOREST_KEY)
                    .append("</figcaption></figure>\n")
                    .append(HtmlTable.write(
                            heading + ", " + Figures.title(EvaluationReport.DECISIVE),
                            List.of("Model", "Difference", "95% interval", "Resamples above 0"),
                            rows))
                    .append("</div>\n");
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
        section("Learning curves", Explanations.CURVES);
        for (int k = 0; k < learned.size(); k++) {
            ModelResult model = learned.get(k);
            List<String> metrics = CurvePlot.metrics(model.epochs());
            List<String> header = new ArrayList<>(List.of("Epoch"));
            header.addAll(metrics);
            List<List<String>> rows = new ArrayList<>();
            for (Epoch epoch : model.epochs()) {
                List<String> row = new ArrayList<>(List.of(Integer.toString(epoch.epoch())));
                metrics.forEach(metric -> row.add(CurvePlot.text(epoch, metric)));
                rows.add(row);
            }
            out.append("<h3>")
                    .append(escaped(model.name()))
                    .append("</h3>\n<div class='pair'><figure>")
                    .append(CurvePlot.draw("curve-" + k, model.name(), model.epochs()))
                    .append("</figure>\n")
                    .append(HtmlTable.write(model.name() + " by epoch", header, rows))
                    .append("</div>\n");
        }
        out.append("</section>\n");
    }

    private void section(String title, String text) {
        out.append("<section>\n<h2>")
                .append(escaped(title))
                .append("</h2>\n<p>")
                .append(escaped(text))
                .append("</p>\n");
    }
}
