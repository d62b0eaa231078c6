package io.osusume.report;

import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.Estimate;
import io.osusume.evaluation.PairedBootstrap.Comparison;
import io.osusume.evaluation.Part;
import io.osusume.evaluation.RatingEvaluation;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How well models say what score users give, as text and as JSON. Errors are in the scale of [0, 1], where
/// one point of ten is a ninth.
///
/// @param models the baseline first; each is compared with it
/// @param part whose held-out entries judge
/// @param data the name and hash of what was read
/// @param code which version of the program this is
public record RatingReport(
        List<RatingEvaluation> models, Bootstrap bootstrap, Part part, DataDescription data, String code) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public RatingReport {
        models = List.copyOf(models);
        if (models.isEmpty()) {
            throw new IllegalArgumentException("a report needs at least one model");
        }
    }

    /// A table of the errors, then how far each model is from the first.
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "%-20s %-26s %-26s%n", "model", "RMSE [95% interval]", "MAE [95% interval]"));
        for (RatingEvaluation model : models) {
            text.append(String.format(Locale.ROOT, "%-20s", model.model()));
            for (RatingEvaluation.Metric metric : RatingEvaluation.Metric.values()) {
                Estimate estimate = model.estimate(metric, bootstrap);
                text.append(String.format(
                        Locale.ROOT, " %.4f [%.4f, %.4f]   ", estimate.mean(), estimate.low(), estimate.high()));
            }
            text.append(String.format("%n"));
        }
        for (RatingEvaluation model : models.subList(1, models.size())) {
            for (RatingEvaluation.Metric metric : RatingEvaluation.Metric.values()) {
                Comparison pair = model.compare(models.getFirst(), metric, bootstrap);
                text.append(String.format(
                        Locale.ROOT,
                        "%s: %s - %s = %.4f [%.4f, %.4f]%n",
                        metric.name(),
                        pair.a(),
                        pair.b(),
                        pair.difference(),
                        pair.low(),
                        pair.high()));
            }
        }
        text.append(String.format(
                Locale.ROOT,
                "%d scored held-out entries of the %s users of %s; errors in [0, 1], a point of ten is 1/9%n",
                models.getFirst().entryCount(),
                part.word(),
                data.name()));
        return text.toString();
    }

    /// The same as indented JSON with a newline at its end.
    public String json() {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode all = root.putArray("models");
        for (RatingEvaluation model : models) {
            ObjectNode node = all.addObject().put("name", model.model());
            ObjectNode metrics = node.putObject("metrics");
            for (RatingEvaluation.Metric metric : RatingEvaluation.Metric.values()) {
                Estimate estimate = model.estimate(metric, bootstrap);
                metrics.putObject(metric.name().toLowerCase(Locale.ROOT))
                        .put("mean", estimate.mean())
                        .put("low", estimate.low())
                        .put("high", estimate.high());
            }
        }
        ArrayNode paired = root.putArray("paired");
        for (RatingEvaluation model : models.subList(1, models.size())) {
            for (RatingEvaluation.Metric metric : RatingEvaluation.Metric.values()) {
                Comparison pair = model.compare(models.getFirst(), metric, bootstrap);
                paired.addObject()
                        .put("a", pair.a())
                        .put("b", pair.b())
                        .put("metric", pair.metric())
                        .put("difference", pair.difference())
                        .put("low", pair.low())
                        .put("high", pair.high())
                        .put("users", pair.users());
            }
        }
        root.put("entries", models.getFirst().entryCount());
        root.put("part", part.word());
        root.putObject("data").put("name", data.name()).put("hash", data.hash());
        root.put("code", code);
        return JSON.writeValueAsString(root) + "\n";
    }
}
