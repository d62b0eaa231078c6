package io.osusume.plot;

import io.osusume.evaluation.PairedBootstrap.Comparison;
import java.util.List;
import java.util.stream.Collectors;

/// Paired differences with their 95% intervals around the line "no difference".
///
/// What the interval says is told by shape as well as colour: a filled disc above 0, a filled
/// square below, a ring where 0 is inside.
public final class ForestPlot {
    private static final double TOP = 6;
    private static final double LEFT = 8;
    private static final double RIGHT = Drawing.WIDTH - 66; // the values stand beyond
    private static final double ROW = 40;

    private ForestPlot() {}

    /// Draws comparisons that share their second model.
    ///
    /// @param pairs at least one
    public static String draw(String id, List<Comparison> pairs) {
        double low = pairs.stream().mapToDouble(Comparison::low).min().orElse(0);
        double high = pairs.stream().mapToDouble(Comparison::high).max().orElse(0);
        Axis across = Axis.holding(Math.min(0, low), Math.max(0, high), 4, LEFT, RIGHT);
        double bottom = TOP + pairs.size() * ROW;
        Drawing drawing = new Drawing().grid(across, TOP, bottom);
        drawing.line(across.at(0), Axis.number(TOP), across.at(0), Axis.number(bottom), "zero");
        for (int k = 0; k < pairs.size(); k++) {
            draw(drawing, pairs.get(k), across, TOP + k * ROW);
        }
        Comparison first = pairs.getFirst();
        return drawing.svg(
                id,
                Drawing.WIDTH,
                bottom + 22,
                Figures.title(first.metric()) + ", difference to " + first.b(),
                "Mean differences user by user with 95% intervals. "
                        + pairs.stream()
                                .map(pair -> pair.a() + " " + Figures.difference(pair.difference()) + ", "
                                        + Figures.difference(pair.low()) + " to " + Figures.difference(pair.high()))
                                .collect(Collectors.joining("; "))
                        + ".");
    }

    private static void draw(Drawing drawing, Comparison pair, Axis across, double top) {
        drawing.text(2, top + 14, "label", pair.a());
        double y = top + 24;
        drawing.text(Drawing.WIDTH - 2, y + 4.5, "value", Figures.difference(pair.difference()));
        String middle = Axis.number(y);
        String x = across.at(pair.difference());
        String tone = pair.low() > 0 ? "above" : pair.high() < 0 ? "below" : "open";
        drawing.line(across.at(pair.low()), middle, across.at(pair.high()), middle, "range " + tone);
        if (tone.equals("below")) {
            drawing.rect(Axis.number(Double.parseDouble(x) - 4.5), y - 4.5, 9, 9, "mark below");
        } else {
            drawing.circle(x, middle, 5, "mark " + tone);
        }
    }
}
