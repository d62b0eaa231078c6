package io.osusume.plot;

import io.osusume.evaluation.Calibration;
import java.util.List;
import java.util.Locale;

/// Observed share against predicted probability, a disc a bin; on the diagonal the probabilities hold.
public final class ReliabilityPlot {
    private static final double TOP = 22;
    private static final double LEFT = 40;
    private static final double SIDE = 300;
    private static final double BOTTOM = TOP + SIDE;
    private static final double RIGHT = LEFT + SIDE;

    private ReliabilityPlot() {}

    /// What stands below the plot: how far probabilities are from what happened.
    public static String caption(Calibration calibration) {
        double share = calibration.observed();
        return String.format(
                Locale.ROOT,
                "Expected calibration error %.4f; Brier score %.4f, where always saying the overall share %.4f"
                        + " would have %.4f.",
                calibration.expectedError(),
                calibration.brier(),
                share,
                share * (1 - share));
    }

    /// The table beside the plot: of each bin the range of probabilities, predicted, observed, how many.
    public static List<List<String>> rows(Calibration calibration) {
        return calibration.bins().stream()
                .map(bin -> List.of(
                        String.format(Locale.ROOT, "%.4f to %.4f", bin.low(), bin.high()),
                        Figures.share(bin.predicted()),
                        Figures.share(bin.observed()),
                        Figures.count(bin.candidates())))
                .toList();
    }

    /// Draws the bins of one model.
    ///
    /// @param bins at least one
    /// @param error the mean distance of predicted and observed
    public static String draw(String id, String model, List<Calibration.Bin> bins, double error) {
        double most = bins.stream()
                .mapToDouble(bin -> Math.max(bin.predicted(), bin.observed()))
                .max()
                .orElse(1);
        Axis across = Axis.holding(0, Math.max(most, 1e-6), 5, LEFT, RIGHT);
        Axis up = new Axis(across.low(), across.high(), across.step(), BOTTOM, TOP);
        Drawing drawing = new Drawing().grid(across, TOP, BOTTOM);
        for (double tick : up.ticks()) {
            drawing.line(Axis.number(LEFT), up.at(tick), Axis.number(RIGHT), up.at(tick), "grid");
            drawing.text(LEFT - 5, Double.parseDouble(up.at(tick)) + 3.5, "tick end", up.label(tick));
        }
        drawing.text(2, 12, "tick start", "observed share");
        drawing.text((LEFT + RIGHT) / 2, BOTTOM + 33, "tick middle", "predicted probability");
        drawing.line(across.at(0), up.at(0), across.at(across.high()), up.at(across.high()), "diagonal");
        StringBuilder points = new StringBuilder();
        for (Calibration.Bin bin : bins) {
            points.append(across.at(bin.predicted()))
                    .append(',')
                    .append(up.at(bin.observed()))
                    .append(' ');
        }
        drawing.polyline(points.toString().strip(), "run thin");
        for (Calibration.Bin bin : bins) {
            drawing.circle(across.at(bin.predicted()), up.at(bin.observed()), 4, "dot best");
        }
        Calibration.Bin last = bins.getLast();
        return drawing.svg(
                id,
                Drawing.WIDTH,
                BOTTOM + 40,
                "Reliability of the probabilities of " + model,
                String.format(
                        Locale.ROOT,
                        "%d bins of candidates by predicted probability against the share that was hidden; the"
                                + " diagonal is agreement. Mean distance %.4f. In the last bin %.3f were predicted and"
                                + " %.3f observed.",
                        bins.size(),
                        error,
                        last.predicted(),
                        last.observed()));
    }
}
