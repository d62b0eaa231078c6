package io.osusume.plot;

import java.util.List;

/// A curve as a line of text: eight heights, from the lowest value to the highest.
public final class Sparkline {
    private static final String HEIGHTS = "▁▂▃▄▅▆▇█";
    private static final char NONE = '·';

    private Sparkline() {}

    /// Draws values; what is not a number is a dot.
    ///
    /// @param width at most this many characters: a longer curve is drawn by the last value of each of its parts
    public static String draw(List<Double> values, int width) {
        double low = values.stream()
                .filter(Double::isFinite)
                .mapToDouble(v -> v)
                .min()
                .orElse(0);
        double high = values.stream()
                .filter(Double::isFinite)
                .mapToDouble(v -> v)
                .max()
                .orElse(0);
        int length = Math.min(width, values.size());
        StringBuilder line = new StringBuilder();
        for (int k = 1; k <= length; k++) {
            double value = values.get((int) ((long) k * values.size() / length) - 1);
            if (!Double.isFinite(value)) {
                line.append(NONE);
                continue;
            }
            double share = high > low ? (value - low) / (high - low) : 0;
            line.append(HEIGHTS.charAt((int) Math.min(7, Math.floor(share * 8))));
        }
        return line.toString();
    }
}
