package io.osusume.report;

import io.osusume.evaluation.Coverage;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.PairedBootstrap.Comparison;
import io.osusume.train.Epoch;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The report as JSON, in a form that only grows: keys are added, never renamed or removed.
///
/// ```json
/// {"models": [{
///     "name": "ease", "trainSeconds": 3.1, "scoreSeconds": 0.0004,
///     "metrics": {
///       "ndcg@10": {"mean": 0.535, "low": 0.519, "high": 0.551},
///       "coverage@10": {"mean": 0.12}},
///     "users": 844, "settings": {"regularization": "100"}, "notes": [],
///     "epochs": [{"epoch": 1, "metrics": {"loss": 0.69}}]}],
///  "paired": [{
///     "a": "edlae", "b": "ease", "metric": "ndcg@10",
///     "difference": 0.005, "low": 0.002, "high": 0.009, "shareAbove": 0.999}],
///  "part": "test",
///  "data": {"name": "mal-5000", "hash": "9f2c...", "users": 3734, "items": 7390},
///  "code": "1.0", "kernels": "simd", "created": "2026-11-24T11:30:00Z"}
/// ```
/// Models stand best first by `ndcg@10`. `scoreSeconds` is the mean time to rank all items for one
/// user on one thread. Whatever is undefined or unknown is absent, never 0; a metric that some
/// users lack says how many in `undefined`.
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

    private static void write(ModelResult model, ObjectNode node) {
        Evaluation evaluation = model.evaluation();
        node.put("name", model.name());
        if (model.trainingTime() != null) {
            node.put("trainSeconds", model.trainingTime().toNanos() / 1e9);
        }
        if (evaluation.userCount() > 0) {
            node.put("scoreSeconds", evaluation.meanScoringTime().toNanos() / 1e9);
        }
        ObjectNode metrics = node.putObject("metrics");
        for (String metric : evaluation.metrics()) {
            evaluation.estimate(metric).ifPresent(estimate -> {
                ObjectNode each = metrics.putObject(metric);
                each.put("mean", estimate.mean());
                each.put("low", estimate.low());
                each.put("high", estimate.high());
                if (estimate.undefined() > 0) {
                    each.put("undefined", estimate.undefined());
                }
            });
        }
        evaluation
                .coverage()
                .ifPresent(share -> metrics.putObject(Coverage.REPORTED.name()).put("mean", share));
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
    }
}
