package io.osusume.report;

import io.osusume.evaluation.BandFigures;
import io.osusume.evaluation.Estimate;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.PairedBootstrap.Comparison;
import io.osusume.evaluation.PopularityBands;
import io.osusume.evaluation.SequelFree;
import io.osusume.plot.BarPlot;
import io.osusume.plot.Figures;
import io.osusume.plot.ForestPlot;
import io.osusume.plot.LinePlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The sections of the page that look closer: by list length, without sequels, by popularity, at what
/// lists show, at probabilities, between trainings. What was not measured has no section.
final class SliceSections {
    private static final String NDCG = "ndcg@10";
    private static final String RECALL = "recall@20";
    private static final String LENGTH = "list-";

    private final EvaluationReport report;
    private final StringBuilder out = new StringBuilder();

    SliceSections(EvaluationReport report) {
        this.report = report;
    }

    /// All sections as HTML.
    String write() {
        lengths();
        sequelFree();
        bands();
        shown();
        out.append(CalibrationSection.write(report.models()));
        trainings();
        return out.toString();
    }

    private void lengths() {
        List<String> slices = report.slices().stream()
                .filter(slice -> slice.startsWith(LENGTH))
                .toList();
        if (slices.size() < 2) {
            return;
        }
        List<String> steps =
                slices.stream().map(slice -> slice.substring(LENGTH.length())).toList();
        List<LinePlot.Line> lines = report.models().reversed().stream()
                .map(model -> new LinePlot.Line(
                        model.name(),
                        slices.stream()
                                .map(slice -> estimate(model, slice, NDCG)
                                        .map(Estimate::mean)
                                        .orElse(Double.NaN))
                                .toList(),
                        tone(model)))
                .toList();
        String best = report.models().getFirst().name();
        String caption = Section.key("best", best)
                + (best.equals(EvaluationReport.REFERENCE) || !compares(EvaluationReport.REFERENCE)
                        ? ""
                        : " " + Section.key("second", EvaluationReport.REFERENCE))
                + " " + Section.key("rest", "other models");
        out.append(Section.open("By the length of the list", Explanations.LENGTHS))
                .append(Section.pair(
                        LinePlot.draw(
                                "lengths",
                                "NDCG@10 by entries the model was shown",
                                steps,
                                "entries shown to the model",
                                lines),
                        caption,
                        lengthTable("NDCG@10 by entries shown", slices, steps, NDCG)
                                + Section.folded(
                                        "Recall@20 by entries shown",
                                        lengthTable("Recall@20 by entries shown", slices, steps, RECALL))))
                .append("</section>\n");
    }

    private String tone(ModelResult model) {
        return model.name().equals(report.models().getFirst().name())
                ? "best"
                : model.name().equals(EvaluationReport.REFERENCE) ? "second" : "rest";
    }

    private boolean compares(String name) {
        return report.models().stream().anyMatch(model -> model.name().equals(name));
    }

    private String lengthTable(String caption, List<String> slices, List<String> steps, String metric) {
        List<List<String>> rows = new ArrayList<>();
        for (ModelResult model : report.models()) {
            rows.add(row(model.name(), slices.stream().map(slice -> Figures.mean(estimate(model, slice, metric)))));
        }
        Evaluation first = report.models().getFirst().evaluation();
        rows.add(row(
                "users",
                slices.stream()
                        .map(slice ->
                                first.slices().contains(slice) ? Figures.count(first.users(slice)) : Figures.ABSENT)));
        return HtmlTable.write(caption, row("Model", steps.stream()), rows);
    }

    private void sequelFree() {
        if (!report.slices().contains(SequelFree.SLICE)) {
            return;
        }
        List<BarPlot.Row> bars = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (ModelResult model : report.models()) {
            Optional<Estimate> all = model.evaluation().estimate(NDCG);
            Optional<Estimate> free = estimate(model, SequelFree.SLICE, NDCG);
            Optional<Estimate> recall = estimate(model, SequelFree.SLICE, RECALL);
            if (all.isPresent() && free.isPresent()) {
                bars.add(new BarPlot.Row(model.name(), List.of(all.get(), free.get())));
            }
            rows.add(List.of(
                    model.name(),
                    Figures.mean(free),
                    Figures.interval(free),
                    Figures.mean(recall),
                    Figures.interval(recall)));
        }
        out.append(Section.open("Without sequels", Explanations.SEQUEL_FREE))
                .append(Section.pair(
                        BarPlot.draw("sequel-free", "NDCG@10 of all titles and sequel-free", bars),
                        Section.key("bar", "all titles") + " " + Section.key("second", "sequel-free"),
                        HtmlTable.write(
                                "Sequel-free by model",
                                List.of("Model", "NDCG@10", "95% interval", "Recall@20", "95% interval"),
                                rows)));
        String metric = Evaluation.inSlice(SequelFree.SLICE, NDCG);
        for (String reference : report.references()) {
            List<Comparison> pairs = report.against(reference, metric);
            if (!pairs.isEmpty()) {
                out.append(Section.heading("Sequel-free against " + reference))
                        .append(Section.pair(
                                ForestPlot.draw(
                                        "sequel-free-" + report.references().indexOf(reference), pairs),
                                Explanations.FOREST_KEY,
                                PairTable.write("Sequel-free against " + reference, pairs)));
            }
        }
        out.append("</section>\n");
    }

    private void bands() {
        List<ModelResult> models = report.models().stream()
                .filter(model -> !model.evaluation().bands().isEmpty())
                .toList();
        if (models.isEmpty()) {
            return;
        }
        List<BarPlot.Row> bars = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> intervals = new ArrayList<>();
        for (ModelResult model : models) {
            List<BandFigures> bands = model.evaluation().bands();
            List<Estimate> recalls = bands.stream()
                    .flatMap(band -> Stream.ofNullable(band.recall()))
                    .toList();
            if (recalls.size() == bands.size()) {
                bars.add(new BarPlot.Row(model.name(), recalls));
            }
            rows.add(row(
                    model.name(),
                    Stream.concat(
                            bands.stream().map(band -> Figures.mean(Optional.ofNullable(band.recall()))),
                            bands.stream().map(band -> Figures.percent(band.shown())))));
            intervals.add(row(
                    model.name(), bands.stream().map(band -> Figures.interval(Optional.ofNullable(band.recall())))));
        }
        List<String> header = row(
                "Model",
                Stream.concat(
                        PopularityBands.NAMES.stream(),
                        PopularityBands.NAMES.stream().map(band -> band + " %")));
        List<BandFigures> cuts = models.getFirst().evaluation().bands();
        out.append(Section.open("By popularity of the hidden title", Explanations.bands(cuts)))
                .append(Section.pair(
                        BarPlot.draw("bands", "Recall@20 of tail, middle and head titles", bars),
                        Section.key("pale", "tail") + " " + Section.key("bar", "middle") + " "
                                + Section.key("best", "head"),
                        HtmlTable.write("Recall@20 by band, and the % of the first 20 places it has", header, rows)
                                + Section.folded(
                                        "95% intervals of Recall@20",
                                        HtmlTable.write(
                                                "95% intervals by band",
                                                row("Model", PopularityBands.NAMES.stream()), intervals))))
                .append("</section>\n");
    }

    private void shown() {
        List<String> metrics = report.models().stream()
                .flatMap(model -> model.evaluation().listMetrics().stream())
                .distinct()
                .toList();
        if (metrics.isEmpty()) {
            return;
        }
        List<String> pooled = report.models().stream()
                .flatMap(model -> model.evaluation().pooled().keySet().stream())
                .distinct()
                .toList();
        List<List<String>> rows = new ArrayList<>();
        List<BarPlot.Row> bars = new ArrayList<>();
        for (ModelResult model : report.models()) {
            Evaluation evaluation = model.evaluation();
            rows.add(row(
                    model.name(),
                    Stream.concat(
                            metrics.stream()
                                    .map(metric -> Figures.mean(
                                            evaluation.has(metric) ? evaluation.estimate(metric) : Optional.empty())),
                            pooled.stream()
                                    .map(figure -> Optional.ofNullable(
                                                    evaluation.pooled().get(figure))
                                            .map(Figures::share)
                                            .orElse(Figures.ABSENT)))));
            if (evaluation.has(metrics.getFirst())) {
                evaluation
                        .estimate(metrics.getFirst())
                        .ifPresent(found -> bars.add(new BarPlot.Row(model.name(), List.of(found))));
            }
        }
        out.append(Section.open("What the lists show", Explanations.SHOWN))
                .append(Section.pair(
                        BarPlot.draw("novelty", Figures.title(metrics.getFirst()) + " in bits", bars),
                        Section.key("best", Figures.title(metrics.getFirst()) + " of the best model, in bits"),
                        HtmlTable.write(
                                "The first ten places by model",
                                row(
                                        "Model",
                                        Stream.concat(metrics.stream(), pooled.stream())
                                                .map(Figures::title)),
                                rows)))
                .append("</section>\n");
    }

    private void trainings() {
        List<ModelResult> models = report.models().stream()
                .filter(model -> !model.evaluation().spreads().isEmpty())
                .toList();
        if (models.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (ModelResult model : models) {
            rows.add(row(
                    model.name(),
                    Stream.concat(
                            Stream.of(String.join(
                                    ", ",
                                    model.seeds().stream().map(String::valueOf).toList())),
                            EvaluationReport.COMPARED.stream()
                                    .map(metric -> Figures.spread(model.evaluation(), metric)))));
        }
        out.append(Section.open("Between trainings", Explanations.TRAININGS))
                .append(HtmlTable.write(
                        "Lowest to highest mean of the trainings",
                        row(
                                "Model",
                                Stream.concat(
                                        Stream.of("Seeds"),
                                        EvaluationReport.COMPARED.stream().map(Figures::title))),
                        rows))
                .append("</section>\n");
    }

    private static Optional<Estimate> estimate(ModelResult model, String slice, String metric) {
        String name = Evaluation.inSlice(slice, metric);
        return model.evaluation().has(name) ? model.evaluation().estimate(name) : Optional.empty();
    }

    private static List<String> row(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).toList();
    }
}
