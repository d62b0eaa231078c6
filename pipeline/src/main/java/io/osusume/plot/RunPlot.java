package io.osusume.plot;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// One metric of several runs over their steps, each run a line named at its end by a letter.
public final class RunPlot {
    private static final double TOP = 24;
    private static final double BOTTOM = 210;
    private static final double DIGIT = 6.2; // of a tick's text, in drawing units
    private static final int TONES = 6;

    /// The style of a page of its own that holds such plots, light and dark.
    public static final String STYLE = """
            :root{color-scheme:light dark;--ink:light-dark(#222,#ddd);--line:light-dark(#ddd,#444)}
            body{font-family:system-ui,sans-serif;margin:1.5rem auto;max-width:60rem;padding:0 1rem}
            svg{width:100%;max-width:36rem;display:block}
            text{fill:var(--ink);font-size:13px}text.tick{font-size:11px}text.end{text-anchor:end}
            .grid{stroke:var(--line)}.curve{fill:none;stroke-width:1.8}circle.end{stroke:none}
            .tone-0{--tone:light-dark(#33508f,#8fabea)}.tone-1{--tone:light-dark(#b4422f,#f0866f)}
            .tone-2{--tone:light-dark(#2f7d4f,#6fce95)}.tone-3{--tone:light-dark(#8a5a00,#e2ad4a)}
            .tone-4{--tone:light-dark(#74418f,#c793e6)}.tone-5{--tone:light-dark(#00707d,#54c3d1)}
            .curve{stroke:var(--tone)}circle.end{fill:var(--tone)}text.letter{fill:var(--tone);font-weight:600}
            """;

    private RunPlot() {}

    /// One run's values.
    ///
    /// @param letter that names it
    /// @param values by step; `NaN` and infinity are not drawn
    public record Line(String letter, SortedMap<Integer, Double> values) {
        public Line {
            values = new TreeMap<>(values);
        }
    }

    /// The class of the style sheet of the line of that number, from 0.
    public static String tone(int line) {
        return "tone-" + line % TONES;
    }

    /// Draws the lines; empty if there is nothing to draw.
    public static String draw(String id, String metric, List<Line> lines) {
        double[] all = lines.stream()
                .flatMap(line -> line.values().values().stream())
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .toArray();
        if (all.length == 0) {
            return "";
        }
        Axis up = Axis.holding(
                java.util.Arrays.stream(all).min().orElseThrow(),
                java.util.Arrays.stream(all).max().orElseThrow(),
                4,
                BOTTOM,
                TOP);
        int longest = up.ticks().stream()
                .mapToInt(tick -> up.label(tick).length())
                .max()
                .orElse(0);
        double left = longest * DIGIT + 6;
        double right = Drawing.WIDTH - 24;
        int first = lines.stream()
                .filter(line -> !line.values().isEmpty())
                .mapToInt(line -> line.values().firstKey())
                .min()
                .orElse(0);
        int last = lines.stream()
                .filter(line -> !line.values().isEmpty())
                .mapToInt(line -> line.values().lastKey())
                .max()
                .orElse(0);
        Axis across = new Axis(first, Math.max(last, first + 1), 1, left, right);
        Drawing drawing = new Drawing().text(2, 12, "label", metric);
        for (double tick : up.ticks()) {
            drawing.line(Axis.number(left), up.at(tick), Axis.number(right), up.at(tick), "grid");
            drawing.text(left - 4, Double.parseDouble(up.at(tick)) + 3.5, "tick end", up.label(tick));
        }
        drawing.text(left, BOTTOM + 15, "tick start", "step " + first);
        if (last > first) {
            drawing.text(right, BOTTOM + 15, "tick end", Integer.toString(last));
        }
        for (int k = 0; k < lines.size(); k++) {
            line(drawing, lines.get(k), tone(k), across, up, right);
        }
        return drawing.svg(id, Drawing.WIDTH, BOTTOM + 22, metric + " by step", description(metric, lines));
    }

    private static void line(Drawing drawing, Line line, String tone, Axis across, Axis up, double right) {
        StringBuilder points = new StringBuilder();
        String x = "";
        String y = "";
        for (var step : line.values().entrySet()) {
            if (Double.isFinite(step.getValue())) {
                x = across.at(step.getKey());
                y = up.at(step.getValue());
                points.append(x).append(',').append(y).append(' ');
            }
        }
        if (!x.isEmpty()) {
            drawing.polyline(points.toString().strip(), "curve " + tone)
                    .circle(x, y, 2.6, "end " + tone)
                    .text(
                            Math.min(Double.parseDouble(x), right) + 5,
                            Double.parseDouble(y) + 4,
                            "letter " + tone,
                            line.letter());
        }
    }

    private static String description(String metric, List<Line> lines) {
        StringBuilder out = new StringBuilder(
                metric + " over the steps of " + lines.size() + (lines.size() == 1 ? " run." : " runs."));
        for (Line line : lines) {
            if (!line.values().isEmpty()) {
                out.append(' ')
                        .append(line.letter())
                        .append(" from ")
                        .append(Figures.measured(line.values().firstEntry().getValue()))
                        .append(" to ")
                        .append(Figures.measured(line.values().lastEntry().getValue()))
                        .append('.');
            }
        }
        return out.toString();
    }
}
