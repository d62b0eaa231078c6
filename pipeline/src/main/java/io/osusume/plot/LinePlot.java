package io.osusume.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// A line a model over steps of equal distance, named at its end.
public final class LinePlot {
    private static final double TOP = 10;
    private static final double BOTTOM = 270;
    private static final double LEFT = 34;
    private static final double LETTER = 7.6; // of a bold name, in drawing units
    private static final double NAME_HEIGHT = 14;

    private LinePlot() {}

    /// One model's line.
    ///
    /// @param values one a step, `NaN` where there is none
    /// @param tone `best`, `second` or `rest`
    public record Line(String name, List<Double> values, String tone) {
        public Line {
            values = List.copyOf(values);
        }
    }

    /// Draws the lines, the later ones above the earlier.
    ///
    /// @param steps labels below the plot, at least two
    /// @param below what the steps are
    public static String draw(String id, String title, List<String> steps, String below, List<Line> lines) {
        double highest = lines.stream()
                .flatMap(line -> line.values().stream())
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        Axis up = Axis.holding(0, Math.max(highest, 1e-6), 5, BOTTOM, TOP);
        int longest =
                lines.stream().mapToInt(line -> line.name().length()).max().orElse(0);
        double right = Math.max(Drawing.WIDTH / 2, Drawing.WIDTH - 12 - longest * LETTER); // the names stand beyond
        Axis across = new Axis(0, steps.size() - 1, 1, LEFT + 8, right);
        Drawing drawing = new Drawing();
        for (double tick : up.ticks()) {
            drawing.line(Axis.number(LEFT), up.at(tick), Axis.number(right), up.at(tick), "grid");
            drawing.text(LEFT - 4, Double.parseDouble(up.at(tick)) + 3.5, "tick end", up.label(tick));
        }
        for (int step = 0; step < steps.size(); step++) {
            drawing.text(Double.parseDouble(across.at(step)), BOTTOM + 16, "tick middle", steps.get(step));
        }
        drawing.text((LEFT + right) / 2, BOTTOM + 32, "tick middle", below);
        for (Line line : lines) {
            draw(drawing, line, across, up);
        }
        names(drawing, lines, right, up);
        return drawing.svg(id, Drawing.WIDTH, BOTTOM + 38, title, description(steps, lines));
    }

    private static void draw(Drawing drawing, Line line, Axis across, Axis up) {
        StringBuilder points = new StringBuilder();
        for (int step = 0; step < line.values().size(); step++) {
            if (Double.isFinite(line.values().get(step))) {
                String x = across.at(step);
                String y = up.at(line.values().get(step));
                points.append(x).append(',').append(y).append(' ');
                drawing.circle(x, y, line.tone().equals("rest") ? 1.8 : 2.8, "dot " + line.tone());
            }
        }
        drawing.polyline(points.toString().strip(), "run " + line.tone());
    }

    /// Names at the ends of the lines, moved apart where they would overlap.
    private static void names(Drawing drawing, List<Line> lines, double right, Axis up) {
        List<Line> named = lines.stream()
                .filter(line -> Double.isFinite(line.values().getLast()))
                .sorted(Comparator.comparingDouble((Line line) -> line.values().getLast())
                        .reversed())
                .toList();
        double[] places = named.stream()
                .mapToDouble(line -> Double.parseDouble(up.at(line.values().getLast())))
                .toArray();
        for (int k = 1; k < places.length; k++) {
            places[k] = Math.max(places[k], places[k - 1] + NAME_HEIGHT);
        }
        for (int k = places.length - 1; k >= 0; k--) {
            double limit = k == places.length - 1 ? BOTTOM : places[k + 1] - NAME_HEIGHT;
            places[k] = Math.min(places[k], limit);
        }
        for (int k = 0; k < places.length; k++) {
            Line line = named.get(k);
            String tone = line.tone().equals("best") ? "label strong" : "label";
            drawing.text(right + 9, places[k] + 4.5, tone, line.name());
            drawing.line(
                    Axis.number(right + 2),
                    up.at(line.values().getLast()),
                    Axis.number(right + 7),
                    Axis.number(places[k]),
                    "leader " + line.tone());
        }
    }

    private static String description(List<String> steps, List<Line> lines) {
        List<String> sentences = new ArrayList<>();
        for (Line line : lines) {
            List<String> values = new ArrayList<>();
            for (int step = 0; step < steps.size(); step++) {
                double value = line.values().get(step);
                values.add(steps.get(step) + ": " + (Double.isFinite(value) ? Figures.share(value) : Figures.ABSENT));
            }
            sentences.add(line.name() + " " + values.stream().collect(Collectors.joining(", ")));
        }
        return "A line a model. " + String.join("; ", sentences) + ".";
    }
}
