package io.osusume.report;

import io.osusume.evaluation.Estimate;
import java.util.List;
import java.util.stream.Collectors;

/// Horizontal bars with 95% intervals: a model a row, a metric a bar.
final class BarPlot {
    private static final double TOP = 6;
    private static final double LEFT = 2;
    private static final double RIGHT = Drawing.WIDTH - 12;
    private static final double LABEL = 20.5;
    private static final double BAR = 11;
    private static final double GAP = 3;
    private static final double ROW_GAP = 9;

    private BarPlot() {}

    /// Draws the models in the given order, those without a value left out.
    ///
    /// @param metrics one or two
    static String draw(String id, List<ModelResult> models, List<String> metrics) {
        List<ModelResult> shown = models.stream()
                .filter(model -> metrics.stream()
                        .allMatch(metric -> model.evaluation().estimate(metric).isPresent()))
                .toList();
        double highest = shown.stream()
                .flatMap(model -> metrics.stream().map(metric -> estimate(model, metric)))
                .mapToDouble(Estimate::high)
                .max()
                .orElse(1);
        Axis across = Axis.holding(0, Math.max(highest, 1e-6), 4, LEFT, RIGHT);
        double row = LABEL + metrics.size() * (BAR + GAP) + ROW_GAP;
        double bottom = TOP + shown.size() * row;
        Drawing drawing = new Drawing().grid(across, TOP, bottom);
        for (int k = 0; k < shown.size(); k++) {
            draw(drawing, shown.get(k), metrics, across, TOP + k * row, k == 0);
        }
        String titles = metrics.stream().map(Figures::title).collect(Collectors.joining(" and "));
        return drawing.svg(
                id,
                Drawing.WIDTH,
                bottom + 22,
                titles + " by model",
                "Horizontal bars, best first, with 95% intervals. "
                        + shown.stream()
                                .map(model -> model.name() + " " + values(model, metrics))
                                .collect(Collectors.joining("; "))
                        + ".");
    }

    private static void draw(
            Drawing drawing, ModelResult model, List<String> metrics, Axis across, double top, boolean best) {
        drawing.text(LEFT, top + 14, best ? "label strong" : "label", model.name());
        drawing.text(RIGHT, top + 14, best ? "value strong" : "value", values(model, metrics));
        double y = top + LABEL;
        for (int k = 0; k < metrics.size(); k++) {
            Estimate estimate = estimate(model, metrics.get(k));
            double width = Double.parseDouble(across.at(estimate.mean())) - LEFT;
            drawing.rect(across.at(0), y, Math.max(0, width), BAR, tone(k, metrics.size(), best));
            String middle = Axis.number(y + BAR / 2);
            drawing.line(across.at(estimate.low()), middle, across.at(estimate.high()), middle, "halo");
            drawing.line(across.at(estimate.low()), middle, across.at(estimate.high()), middle, "whisker");
            for (double end : new double[] {estimate.low(), estimate.high()}) {
                drawing.line(across.at(end), Axis.number(y + 2), across.at(end), Axis.number(y + BAR - 2), "whisker");
            }
            y += BAR + GAP;
        }
    }

    /// Two bars a model are told apart by metric, single ones by whether the model is the best.
    private static String tone(int bar, int bars, boolean best) {
        if (bars > 1) {
            return bar == 0 ? "bar" : "second";
        }
        return best ? "best" : "bar";
    }

    private static String values(ModelResult model, List<String> metrics) {
        return metrics.stream()
                .map(metric -> Figures.share(estimate(model, metric).mean()))
                .collect(Collectors.joining(" · "));
    }

    private static Estimate estimate(ModelResult model, String metric) {
        return model.evaluation().estimate(metric).orElseThrow();
    }
}
