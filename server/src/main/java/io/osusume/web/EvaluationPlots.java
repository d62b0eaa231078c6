package io.osusume.web;

import io.osusume.evaluation.Calibration;
import io.osusume.evaluation.Estimate;
import io.osusume.evaluation.PairedBootstrap.Comparison;
import io.osusume.plot.BarPlot;
import io.osusume.plot.CurvePlot;
import io.osusume.plot.Figures;
import io.osusume.plot.ForestPlot;
import io.osusume.plot.LinePlot;
import io.osusume.plot.ReliabilityPlot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The plots of an evaluation report, for the page about the model. What the report lacks has no plot.
final class EvaluationPlots {
    private static final String NDCG = "ndcg@10";
    private static final String RECALL = "recall@20";
    private static final List<String> BANDS = List.of("tail", "middle", "head");
    private static final String LENGTH = "list-";

    private final JsonNode models;
    private final JsonNode paired;
    private final String family;

    private EvaluationPlots(JsonNode root, String family) {
        this.models = root.path("models");
        this.paired = root.path("paired");
        this.family = family;
    }

    /// Draws a report.
    ///
    /// @param json what `evaluate` writes
    /// @param family of the model in service
    /// @return nothing for what is no report
    static List<PlotView> read(String json, String family) {
        try {
            EvaluationPlots plots = new EvaluationPlots(JsonMapper.shared().readTree(json), family);
            return Stream.of(
                            plots.quality().stream(),
                            plots.differences().stream(),
                            plots.byLength().stream(),
                            plots.byPopularity().stream(),
                            plots.calibration().stream(),
                            plots.curves().stream())
                    .flatMap(each -> each)
                    .toList();
        } catch (JacksonException noJson) {
            return List.of(); // the table of figures says so
        }
    }

    private static String name(JsonNode model) {
        return model.path("name").asString("?");
    }

    private static Optional<Estimate> estimate(JsonNode node) {
        return node.has("mean") && node.has("low") && node.has("high")
                ? Optional.of(new Estimate(
                        node.path("mean").asDouble(),
                        node.path("low").asDouble(),
                        node.path("high").asDouble(),
                        0,
                        0))
                : Optional.empty();
    }

    private Optional<PlotView> quality() {
        List<BarPlot.Row> bars = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode model : models) {
            estimate(model.path("metrics").path(NDCG)).ifPresent(found -> {
                bars.add(new BarPlot.Row(name(model), List.of(found)));
                rows.add(List.of(name(model), Figures.share(found.mean()), Figures.interval(found)));
            });
        }
        return bars.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlotView(
                        "quality",
                        "How good each is",
                        "NDCG@10: how well the hidden part of a list comes to the first ten places, 1 is perfect. The"
                                + " thin lines are 95 % intervals over users.",
                        BarPlot.draw("plot-quality", "NDCG@10", bars),
                        List.of(),
                        List.of("Model", "NDCG@10", "95 % interval"),
                        rows));
    }

    private Optional<PlotView> differences() {
        List<Comparison> pairs = new ArrayList<>();
        for (JsonNode pair : paired) {
            if (pair.path("b").asString("").equals(family)
                    && pair.path("metric").asString("").equals(NDCG)) {
                pairs.add(new Comparison(
                        pair.path("a").asString("?"),
                        family,
                        NDCG,
                        pair.path("difference").asDouble(),
                        pair.path("low").asDouble(),
                        pair.path("high").asDouble(),
                        pair.path("shareAbove").asDouble(),
                        pair.path("users").asInt()));
            }
        }
        return pairs.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlotView(
                        "differences",
                        "Against the model in service, user by user",
                        "How far each other model's NDCG@10 lies from that of " + family
                                + " for the same users, with 95 % intervals: left of the line it is worse.",
                        ForestPlot.draw("plot-differences", pairs),
                        List.of(
                                new PlotView.Key("above", "better"),
                                new PlotView.Key("below", "worse"),
                                new PlotView.Key("open", "not told apart")),
                        List.of("Model", "Difference", "95 % interval"),
                        pairs.stream()
                                .map(pair -> List.of(
                                        pair.a(),
                                        Figures.difference(pair.difference()),
                                        Figures.difference(pair.low()) + " to " + Figures.difference(pair.high())))
                                .toList()));
    }

    private Optional<PlotView> byLength() {
        Set<String> lengths = new LinkedHashSet<>();
        for (JsonNode model : models) {
            model.path("slices").propertyNames().stream()
                    .filter(slice -> slice.startsWith(LENGTH))
                    .forEach(lengths::add);
        }
        if (lengths.size() < 2) {
            return Optional.empty();
        }
        List<LinePlot.Line> lines = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode model : models) {
            List<Double> values = lengths.stream()
                    .map(slice -> model.path("slices")
                            .path(slice)
                            .path("metrics")
                            .path(NDCG)
                            .path("mean")
                            .asDouble(Double.NaN))
                    .toList();
            lines.addFirst(new LinePlot.Line(name(model), values, name(model).equals(family) ? "best" : "rest"));
            rows.add(Stream.concat(
                            Stream.of(name(model)),
                            values.stream().map(value -> Double.isNaN(value) ? Figures.ABSENT : Figures.share(value)))
                    .toList());
        }
        List<String> steps =
                lengths.stream().map(slice -> slice.substring(LENGTH.length())).toList();
        return Optional.of(new PlotView(
                "lengths",
                "By the length of the list",
                "NDCG@10 for lists that were cut to so many titles: how much a longer list helps.",
                LinePlot.draw("plot-lengths", "NDCG@10 by length of the list", steps, "titles of the list", lines),
                List.of(),
                Stream.concat(Stream.of("Model"), steps.stream()).toList(),
                rows));
    }

    private Optional<PlotView> byPopularity() {
        List<BarPlot.Row> bars = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode model : models) {
            List<Estimate> found = BANDS.stream()
                    .flatMap(band -> estimate(model.path("bands").path(band).path(RECALL)).stream())
                    .toList();
            if (found.size() == BANDS.size()) {
                bars.add(new BarPlot.Row(name(model), found));
                rows.add(Stream.concat(Stream.of(name(model)), found.stream().map(each -> Figures.share(each.mean())))
                        .toList());
            }
        }
        return bars.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlotView(
                        "bands",
                        "By how well known the titles are",
                        "Recall@20: of the hidden titles, how many are among the first twenty. A third of the hidden"
                                + " entries each: what few have, what some have, what most have.",
                        BarPlot.draw("plot-bands", "Recall@20 of tail, middle and head titles", bars),
                        IntStream.range(0, BANDS.size())
                                .mapToObj(k -> new PlotView.Key(BarPlot.tone(k, BANDS.size(), false), BANDS.get(k)))
                                .toList(),
                        List.of("Model", "tail", "middle", "head"),
                        rows));
    }

    private Optional<PlotView> calibration() {
        for (JsonNode model : models) {
            JsonNode found = model.path("calibration");
            if (name(model).equals(family) && !found.path("bins").isEmpty()) {
                List<Calibration.Bin> bins = new ArrayList<>();
                for (JsonNode bin : found.path("bins")) {
                    bins.add(new Calibration.Bin(
                            bin.path("low").asDouble(),
                            bin.path("high").asDouble(),
                            bin.path("predicted").asDouble(),
                            bin.path("observed").asDouble(),
                            bin.path("candidates").asInt()));
                }
                double error = found.path("error").asDouble();
                return Optional.of(new PlotView(
                        "calibration",
                        "Whether its match holds",
                        "Of the titles said to match with a probability, the share that was on the list indeed. On the"
                                + " broken line both are the same; the mean distance from it is "
                                + Figures.share(error) + ".",
                        ReliabilityPlot.draw("plot-calibration", family, bins, error),
                        List.of(),
                        List.of("Bin", "Predicted", "Observed", "Candidates"),
                        IntStream.range(0, bins.size())
                                .mapToObj(k -> List.of(
                                        Integer.toString(k + 1),
                                        Figures.share(bins.get(k).predicted()),
                                        Figures.share(bins.get(k).observed()),
                                        Figures.count(bins.get(k).candidates())))
                                .toList()));
            }
        }
        return Optional.empty();
    }

    private List<PlotView> curves() {
        List<PlotView> curves = new ArrayList<>();
        for (JsonNode model : models) {
            if (model.path("epochs").size() > 1) {
                List<CurvePlot.Step> steps = new ArrayList<>();
                for (JsonNode epoch : model.path("epochs")) {
                    SortedMap<String, Double> metrics = new TreeMap<>();
                    epoch.path("metrics")
                            .properties()
                            .forEach(each ->
                                    metrics.put(each.getKey(), each.getValue().asDouble(Double.NaN)));
                    steps.add(new CurvePlot.Step(epoch.path("epoch").asInt(), metrics));
                }
                List<String> names = CurvePlot.metrics(steps);
                String id = "curve-" + curves.size();
                curves.add(new PlotView(
                        id,
                        "How " + name(model) + " learnt",
                        "Its figures epoch by epoch; broken lines are those of validation users.",
                        CurvePlot.draw("plot-" + id, name(model), steps),
                        List.of(),
                        Stream.concat(Stream.of("Epoch"), names.stream()).toList(),
                        steps.stream()
                                .map(step -> Stream.concat(
                                                Stream.of(Integer.toString(step.epoch())),
                                                names.stream().map(metric -> CurvePlot.text(step, metric)))
                                        .toList())
                                .toList()));
            }
        }
        return curves;
    }
}
