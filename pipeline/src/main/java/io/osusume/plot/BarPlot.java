package io.osusume.plot;

import io.osusume.evaluation.Estimate;
import java.util.List;
import java.util.stream.Collectors;

/// Horizontal bars with 95% intervals: a model a row, a figure a bar.
public final class BarPlot {
    private static final double TOP = 6;
    private static final double LEFT = 2;
    private static final double RIGHT = Drawing.WIDTH - 12;
    private static final double LABEL = 20.5;
    private static final double BAR = 11;
    private static final double GAP = 3;
    private static final double ROW_GAP = 9;

    private BarPlot() {}

    /// One model's bars.
    ///
    /// @param estimates one a bar, one to three, as many in every row
    public record Row(String name, List<Estimate> estimates) {
        public Row {
            estimates = List.copyOf(estimates);
        }
    }

    /// Draws the rows in the given order, the first as the best.
    public static String draw(String id, String title, List<Row> rows) {
        double highest = rows.stream()
                .flatMap(row -> row.estimates().stream())
                .mapToDouble(Estimate::high)
                .max()
                .orElse(1);
        Axis across = Axis.holding(0, Math.max(highest, 1e-6), 4, LEFT, RIGHT);
        int bars = rows.isEmpty() ? 1 : rows.getFirst().estimates().size();
        double height = LABEL + bars * (BAR + GAP) + ROW_GAP;
        double bottom = TOP + rows.size() * height;
        Drawing drawing = new Drawing().grid(across, TOP, bottom);
        for (int k = 0; k < rows.size(); k++) {
            draw(drawing, rows.get(k), across, TOP + k * height, k == 0);
        }
        return drawing.svg(
                id,
                Drawing.WIDTH,
                bottom + 22,
                title + " by model",
                "Horizontal bars, best first, with 95% intervals. "
                        + rows.stream()
                                .map(row -> row.name() + " " + values(row))
                                .collect(Collectors.joining("; "))
                        + ".");
    }

    private static void draw(Drawing drawing, Row row, Axis across, double top, boolean best) {
        drawing.text(LEFT, top + 14, best ? "label strong" : "label", row.name());
        drawing.text(RIGHT, top + 14, best ? "value strong" : "value", values(row));
        double y = top + LABEL;
        List<Estimate> estimates = row.estimates();
        for (int k = 0; k < estimates.size(); k++) {
            Estimate estimate = estimates.get(k);
            double width = Double.parseDouble(across.at(estimate.mean())) - LEFT;
            drawing.rect(across.at(0), y, Math.max(0, width), BAR, tone(k, estimates.size(), best));
            String middle = Axis.number(y + BAR / 2);
            drawing.line(across.at(estimate.low()), middle, across.at(estimate.high()), middle, "halo");
            drawing.line(across.at(estimate.low()), middle, across.at(estimate.high()), middle, "whisker");
            for (double end : new double[] {estimate.low(), estimate.high()}) {
                drawing.line(across.at(end), Axis.number(y + 2), across.at(end), Axis.number(y + BAR - 2), "whisker");
            }
            y += BAR + GAP;
        }
    }

    /// Several bars a model are told apart by figure, single ones by whether the model is the best.
    ///
    /// @return a class of the style sheet, also for a key in the caption
    public static String tone(int bar, int bars, boolean best) {
        return switch (bars) {
            case 1 -> best ? "best" : "bar";
            case 2 -> bar == 0 ? "bar" : "second";
            default -> bar == 0 ? "pale" : bar == 1 ? "bar" : "best";
        };
    }

    private static String values(Row row) {
        return row.estimates().stream()
                .map(estimate -> Figures.share(estimate.mean()))
                .collect(Collectors.joining(" · "));
    }
}
