package io.osusume.report;

import io.osusume.evaluation.BandFigures;
import io.osusume.evaluation.Calibration;
import io.osusume.evaluation.Estimate;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.PairedBootstrap.Comparison;
import io.osusume.evaluation.Slices;
import io.osusume.evaluation.Spread;
import io.osusume.train.Epoch;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The report as JSON, in a form that only grows: keys are added, never renamed or removed.
///
/// ```json
/// {"models": [{
///     "name": "ease", "trainSeconds": 3.1, "scoreSeconds": 0.0004, "scoreSecondsMedian": 0.0003,
///     "metrics": {
///       "ndcg@10": {"mean": 0.535, "low": 0.519, "high": 0.551},
///       "coverage@10": {"mean": 0.12}},
///     "slices": {
///       "list-5": {"users": 700, "metrics": {"ndcg@10": {...}, "recall@20": {...}}},
///       "sequel-free": {...}},
///     "bands": {
///       "tail": {"highestCount": 150, "items": 6800, "heldOut": 9000,
///                "recall@20": {"mean": 0.04, "low": 0.03, "high": 0.05}, "shown@20": 0.06}},
///     "calibration": {"candidates": 84400, "observed": 0.11, "error": 0.004, "brier": 0.07,
///       "bins": [{"low": 0, "high": 0.01, "predicted": 0.006, "observed": 0.007, "candidates": 4220}]},
///     "seeds": [43, 44], "spread": {"ndcg@10": {"min": 0.534, "max": 0.536}},
///     "users": 844, "settings": {"regularization": "100"}, "notes": [],
///     "epochs": [{"epoch": 1, "metrics": {"loss": 0.69}}]}],
///  "paired": [{
///     "a": "edlae", "b": "ease", "metric": "ndcg@10",
///     "difference": 0.005, "low": 0.002, "high": 0.009, "shareAbove": 0.999, "users": 844}],
///  "part": "test",
///  "data": {"name": "mal-5000", "hash": "9f2c...", "users": 3734, "items": 7390},
///  "code": "1.0", "kernels": "simd", "created": "2026-11-24T11:30:00Z"}
/// ```
/// Models stand best first by `ndcg@10`. `scoreSeconds` is the mean time to rank all items for one
/// user on one thread. Whatever is undefined, unknown or not measured is absent, never 0; a metric
/// that some users lack says how many in `undefined`, a slice how many it has in `users`.
public final class ReportJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReportJson() {}

    /// The report as indented JSON text with a newline at its end.
    public static String write(EvaluationReport report) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode models = root.putArray("models");
        report.models().forEach(model -> write(model, models.addObject()));
        ArrayNode paired = root.putArray("paired");
        report.paired().forEach(pair -> write(pair, paired.addObject()));
        root.put("part", report.part().word());
        ObjectNode data = root.putObject("data");
        data.put("name", report.data().name());
        data.put("hash", report.data().hash());
        report.data().counts().forEach(data::put);
        root.put("code", report.code());
        root.put("kernels", report.kernels());
        root.put("created", report.created().toString());
        return JSON.writeValueAsString(root) + "\n";
    }

    /// The version of the code that made a report; empty if the text is no report or does not say.
    static Optional<String> code(String report) {
        try {
            return JSON.readTree(report).path("code").asStringOpt();
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    private static void write(ModelResult model, ObjectNode node) {
        Evaluation evaluation = model.evaluation();
        node.put("name", model.name());
        if (model.trainingTime() != null) {
            node.put("trainSeconds", model.trainingTime().toNanos() / 1e9);
        }
        if (evaluation.userCount() > 0) {
            node.put("scoreSeconds", evaluation.meanScoringTime().toNanos() / 1e9);
            node.put("scoreSecondsMedian", evaluation.medianScoringTime().toNanos() / 1e9);
        }
        ObjectNode metrics = node.putObject("metrics");
        for (String metric : evaluation.metrics()) {
            evaluation.estimate(metric).ifPresent(found -> write(found, metrics.putObject(metric), true));
        }
        for (String metric : evaluation.listMetrics()) {
            evaluation.estimate(metric).ifPresent(found -> write(found, metrics.putObject(metric), true));
        }
        evaluation.pooled().forEach((figure, value) -> metrics.putObject(figure).put("mean", value));
        slices(evaluation, node);
        if (!model.seeds().isEmpty()) {
            ArrayNode seeds = node.putArray("seeds");
            model.seeds().forEach(seeds::add);
        }
        spreads(evaluation, node);
        node.put("users", evaluation.userCount());
        ObjectNode settings = node.putObject("settings");
        model.settings().forEach(settings::put);
        ArrayNode notes = node.putArray("notes");
        model.notes().forEach(notes::add);
        if (!model.epochs().isEmpty()) {
            ArrayNode epochs = node.putArray("epochs");
            model.epochs().forEach(epoch -> write(epoch, epochs.addObject()));
        }
    }

    private static void write(Estimate estimate, ObjectNode node, boolean countsUndefined) {
        node.put("mean", estimate.mean());
        node.put("low", estimate.low());
        node.put("high", estimate.high());
        if (countsUndefined && estimate.undefined() > 0) {
            node.put("undefined", estimate.undefined());
        }
    }

    private static void slices(Evaluation evaluation, ObjectNode node) {
        if (!evaluation.slices().isEmpty()) {
            ObjectNode slices = node.putObject("slices");
            for (String slice : evaluation.slices()) {
                ObjectNode each = slices.putObject(slice);
                each.put("users", evaluation.users(slice));
                ObjectNode metrics = each.putObject("metrics");
                for (String metric : Slices.metrics()) {
                    evaluation
                            .estimate(Evaluation.inSlice(slice, metric))
                            .ifPresent(found -> write(found, metrics.putObject(metric), false));
                }
            }
        }
        if (!evaluation.bands().isEmpty()) {
            ObjectNode bands = node.putObject("bands");
            evaluation.bands().forEach(band -> write(band, bands.putObject(band.band())));
        }
        evaluation.calibration().ifPresent(found -> write(found, node.putObject("calibration")));
    }

    private static void write(BandFigures band, ObjectNode node) {
        node.put("highestCount", band.highestCount());
        node.put("items", band.items());
        node.put("heldOut", band.heldOut());
        if (band.recall() != null) {
            write(band.recall(), node.putObject("recall@" + BandFigures.N), false);
        }
        node.put("shown@" + BandFigures.N, band.shown());
    }

    private static void write(Calibration calibration, ObjectNode node) {
        node.put("candidates", calibration.candidates());
        node.put("observed", calibration.observed());
        node.put("error", calibration.expectedError());
        node.put("brier", calibration.brier());
        ArrayNode bins = node.putArray("bins");
        for (Calibration.Bin bin : calibration.bins()) {
            ObjectNode each = bins.addObject();
            each.put("low", bin.low());
            each.put("high", bin.high());
            each.put("predicted", bin.predicted());
            each.put("observed", bin.observed());
            each.put("candidates", bin.candidates());
        }
    }

    private static void spreads(Evaluation evaluation, ObjectNode node) {
        Map<String, Spread> known = evaluation.spreads();
        if (!known.isEmpty()) {
            ObjectNode spreads = node.putObject("spread");
            known.forEach((figure, spread) ->
                    spreads.putObject(figure).put("min", spread.min()).put("max", spread.max()));
        }
    }

    private static void write(Epoch epoch, ObjectNode node) {
        node.put("epoch", epoch.epoch());
        ObjectNode metrics = node.putObject("metrics");
        for (Map.Entry<String, Double> metric : epoch.metrics().entrySet()) {
            if (Double.isFinite(metric.getValue())) {
                metrics.put(metric.getKey(), metric.getValue());
            }
        }
    }

    private static void write(Comparison pair, ObjectNode node) {
        node.put("a", pair.a());
        node.put("b", pair.b());
        node.put("metric", pair.metric());
        node.put("difference", pair.difference());
        node.put("low", pair.low());
        node.put("high", pair.high());
        node.put("shareAbove", pair.shareAbove());
        node.put("users", pair.users());
    }
}
