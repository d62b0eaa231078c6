package io.osusume.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A straight scale from values to drawing units with round ticks.
///
/// @param low the value at `start`
/// @param high the value at `end`
/// @param step between ticks
/// @param start drawing unit of `low`
/// @param end drawing unit of `high`; smaller than `start` for an axis that points up
record Axis(double low, double high, double step, double start, double end) {
    /// An axis whose ends are ticks and that holds all values from `min` to `max`.
    ///
    /// @param ticks about how many steps
    static Axis holding(double min, double max, int ticks, double start, double end) {
        double span = max > min ? max - min : Math.max(Math.abs(max), 1e-9) / 10;
        double raw = span / ticks;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double lead = raw / power;
        double step = (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
        double low = Math.floor(min / step + 1e-9) * step;
        double high = Math.ceil(max / step - 1e-9) * step;
        return new Axis(low, high > low ? high : low + step, step, start, end);
    }

    /// Where a value is drawn, as a number for SVG.
    String at(double value) {
        return number(start + (value - low) / (high - low) * (end - start));
    }

    /// The tick values, ascending.
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int k = 0; low + k * step <= high + step / 2; k++) {
            ticks.add(low + k * step);
        }
        return ticks;
    }

    /// A tick's text, with the digits its step needs.
    String label(double tick) {
        int digits = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        String text = String.format(Locale.ROOT, "%." + Math.min(digits, 8) + "f", tick);
        return (Double.parseDouble(text) == 0 ? text.replace("-", "") : text).replace('-', '\u2212');
    }

    /// A drawing unit with two digits.
    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
