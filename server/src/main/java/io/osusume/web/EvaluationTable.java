package io.osusume.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an evaluation report says of all models it compares, for a page. The report is the JSON that `evaluate` writes;
/// what it lacks is shown as a dash, never as 0.
///
/// @param source one sentence: on which users of which data
/// @param metrics the names of the columns
/// @param rows the best first, as in the report
record EvaluationTable(String source, List<String> metrics, List<Row> rows) {
    private static final List<String> METRICS =
            List.of("ndcg@10", "recall@20", "mrr", "novelty@10", "diversity@10", "coverage@10");
    private static final String MISSING = "–";
    private static final int WIDTH = 100;

    EvaluationTable {
        metrics = List.copyOf(metrics);
        rows = List.copyOf(rows);
    }

    /// A model.
    ///
    /// @param here whether it is of the family that is in service
    /// @param interval of the first metric, in words
    /// @param low where that interval begins in a drawing 100 wide
    /// @param mean where its mean stands
    /// @param high where it ends
    record Row(String model, boolean here, List<String> cells, String interval, int low, int mean, int high) {}

    /// Reads a report.
    ///
    /// @param family of the model in service
    /// @throws IllegalArgumentException if it is no such report
    static EvaluationTable read(String json, String family) {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(json);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("the evaluation report is not JSON; evaluate again", broken);
        }
        JsonNode models = root.path("models");
        if (!models.isArray()) {
            throw new IllegalArgumentException("the evaluation report has no list 'models'; evaluate again");
        }
        List<String> metrics = METRICS.stream()
                .filter(metric -> models.valueStream().anyMatch(model -> mean(model, metric) >= 0))
                .toList();
        double scale =
                models.valueStream().mapToDouble(model -> bound(model, "high")).reduce(1e-9, Math::max);
        List<Row> rows = new ArrayList<>();
        for (JsonNode model : models) {
            rows.add(row(model, metrics, family, scale));
        }
        int users = models.path(0).path("users").asInt(0);
        JsonNode data = root.path("data");
        return new EvaluationTable(
                String.format(
                        Locale.ROOT,
                        "Measured on %,d %s users of %s that no model was trained on; all titles ranked.",
                        users,
                        root.path("part").asString("held-out"),
                        data.path("name").asString("the data")),
                metrics,
                rows);
    }

    private static Row row(JsonNode model, List<String> metrics, String family, double scale) {
        String name = model.path("name").asString(MISSING);
        double low = bound(model, "low");
        double high = bound(model, "high");
        return new Row(
                name,
                name.equals(family),
                metrics.stream().map(metric -> shown(mean(model, metric))).toList(),
                low < 0 || high < 0 ? MISSING : shown(low) + " to " + shown(high),
                at(low, scale),
                at(mean(model, METRICS.getFirst()), scale),
                at(high, scale));
    }

    private static int at(double value, double scale) {
        return (int) Math.round(WIDTH * Math.max(0, value) / scale);
    }

    /// -1 where it is missing.
    private static double mean(JsonNode model, String metric) {
        return model.path("metrics").path(metric).path("mean").asDouble(-1);
    }

    private static double bound(JsonNode model, String end) {
        return model.path("metrics").path(METRICS.getFirst()).path(end).asDouble(-1);
    }

    private static String shown(double value) {
        return value < 0 ? MISSING : String.format(Locale.ROOT, "%.3f", value);
    }
}
