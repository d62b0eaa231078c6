package io.osusume.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Learning curves: a small panel a metric over the epochs; a metric and its validation twin share
/// a panel.
public final class CurvePlot {
    private static final String VALIDATION = "validation-";
    private static final double WIDTH = 184;
    private static final double HEIGHT = 136;
    private static final double DIGIT = 6.2; // of a tick's text, in drawing units
    private static final double TOP = 24;
    private static final double BOTTOM = 112;

    private CurvePlot() {}

    /// What was told of one epoch.
    ///
    /// @param epoch counts from 1
    /// @param metrics by name; may hold `NaN` or infinity, which are not drawn
    public record Step(int epoch, SortedMap<String, Double> metrics) {
        public Step {
            metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
        }
    }

    /// The names of all metrics of the epochs.
    public static List<String> metrics(List<Step> epochs) {
        TreeSet<String> names = new TreeSet<>();
        epochs.forEach(epoch -> names.addAll(epoch.metrics().keySet()));
        return List.copyOf(names);
    }

    /// All panels of one model.
    public static String draw(String id, String model, List<Step> epochs) {
        SortedMap<String, List<String>> panels = new TreeMap<>();
        for (String metric : metrics(epochs)) {
            String panel = metric.startsWith(VALIDATION) ? metric.substring(VALIDATION.length()) : metric;
            panels.computeIfAbsent(panel, _ -> new ArrayList<>()).add(metric);
        }
        StringBuilder out = new StringBuilder("<div class='panels'>\n");
        int number = 0;
        for (Map.Entry<String, List<String>> panel : panels.entrySet()) {
            out.append(panel(id + "-" + number++, model, panel.getKey(), panel.getValue(), epochs));
        }
        return out.append("</div>\n").toString();
    }

    private static String panel(String id, String model, String name, List<String> metrics, List<Step> epochs) {
        double[] all = epochs.stream()
                .flatMap(epoch -> metrics.stream().map(metric -> value(epoch, metric)))
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .toArray();
        if (all.length == 0) {
            return "";
        }
        double min = java.util.Arrays.stream(all).min().orElseThrow();
        double max = java.util.Arrays.stream(all).max().orElseThrow();
        Axis up = Axis.holding(min, max, 3, BOTTOM, TOP);
        int longest = up.ticks().stream()
                .mapToInt(tick -> up.label(tick).length())
                .max()
                .orElse(0);
        double left = longest * DIGIT + 6;
        int first = epochs.getFirst().epoch();
        int last = epochs.getLast().epoch();
        Axis across = new Axis(first, Math.max(last, first + 1), 1, left, WIDTH - 8);
        Drawing drawing = new Drawing().text(2, 12, "label", name);
        for (double tick : up.ticks()) {
            drawing.line(Axis.number(left), up.at(tick), Axis.number(WIDTH - 8), up.at(tick), "grid");
            drawing.text(left - 4, Double.parseDouble(up.at(tick)) + 3.5, "tick end", up.label(tick));
        }
        drawing.text(left, BOTTOM + 15, "tick start", "epoch " + first);
        if (last > first) {
            drawing.text(WIDTH - 8, BOTTOM + 15, "tick end", Integer.toString(last));
        }
        for (String metric : metrics) {
            curve(drawing, metric, epochs, across, up);
        }
        return drawing.svg(id, WIDTH, HEIGHT, name + " of " + model + " by epoch", description(model, metrics, epochs));
    }

    private static void curve(Drawing drawing, String metric, List<Step> epochs, Axis across, Axis up) {
        String tone = metric.startsWith(VALIDATION) ? "curve validation" : "curve";
        StringBuilder points = new StringBuilder();
        String x = "";
        String y = "";
        for (Step epoch : epochs) {
            double value = value(epoch, metric);
            if (Double.isFinite(value)) {
                x = across.at(epoch.epoch());
                y = up.at(value);
                points.append(x).append(',').append(y).append(' ');
            }
        }
        if (!x.isEmpty()) {
            drawing.polyline(points.toString().strip(), tone).circle(x, y, 2.6, "end " + tone);
        }
    }

    private static String description(String model, List<String> metrics, List<Step> epochs) {
        StringBuilder out = new StringBuilder(model + " over " + epochs.size() + " epochs.");
        for (String metric : metrics) {
            out.append(' ')
                    .append(metric)
                    .append(" from ")
                    .append(text(epochs.getFirst(), metric))
                    .append(" to ")
                    .append(text(epochs.getLast(), metric))
                    .append('.');
        }
        return out.toString();
    }

    /// The metric of an epoch as text, a dash where there is none.
    public static String text(Step epoch, String metric) {
        double value = value(epoch, metric);
        return Double.isFinite(value) ? Figures.measured(value) : "–";
    }

    private static double value(Step epoch, String metric) {
        return epoch.metrics().getOrDefault(metric, Double.NaN);
    }
}
