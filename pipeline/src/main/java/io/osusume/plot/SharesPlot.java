package io.osusume.plot;

import java.util.List;
import java.util.Locale;

/// Two distributions over the same bins: a pair of horizontal bars a bin, pale the one before, strong
/// the one now.
public final class SharesPlot {
    private static final double LEFT = 92;
    private static final double RIGHT = 370;
    private static final double TOP = 6;
    private static final double BAR = 9;
    private static final double ROW = 27;

    private SharesPlot() {}

    /// Draws the bins, the first on top.
    ///
    /// @param before shares in [0, 1], one a bin
    /// @param now as many
    public static String draw(String id, String title, List<String> bins, List<Double> before, List<Double> now) {
        double highest = 0;
        for (int bin = 0; bin < bins.size(); bin++) {
            highest = Math.max(highest, 100 * Math.max(before.get(bin), now.get(bin)));
        }
        Axis across = Axis.holding(0, Math.max(highest, 1), 4, LEFT, RIGHT);
        double bottom = TOP + bins.size() * ROW;
        Drawing drawing = new Drawing().grid(across, TOP, bottom);
        StringBuilder said = new StringBuilder();
        for (int bin = 0; bin < bins.size(); bin++) {
            double top = TOP + bin * ROW + 3;
            drawing.text(2, top + BAR + 4, "label", bins.get(bin));
            bar(drawing, across, top, before.get(bin), "pale");
            bar(drawing, across, top + BAR + 1, now.get(bin), "best");
            said.append(String.format(
                    Locale.ROOT, "%s %.1f%% then %.1f%%; ", bins.get(bin), 100 * before.get(bin), 100 * now.get(bin)));
        }
        said.setLength(Math.max(0, said.length() - 2));
        return drawing.svg(
                id,
                Drawing.WIDTH,
                bottom + 22,
                title,
                "Shares in percent, before and now, a pair of bars a bin. " + said + ".");
    }

    private static void bar(Drawing drawing, Axis across, double top, double share, String tone) {
        double width = Double.parseDouble(across.at(100 * share)) - LEFT;
        drawing.rect(across.at(0), top, Math.max(0, width), BAR, tone);
    }
}
