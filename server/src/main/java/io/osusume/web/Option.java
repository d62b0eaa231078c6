package io.osusume.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// One of several values a fan can choose.
///
/// @param value as in an address; empty for "as usual"
record Option(String value, String label, boolean chosen) {
    static <T> List<Option> of(
            Collection<T> all, Function<T, String> value, Function<T, String> label, Predicate<T> chosen) {
        return all.stream()
                .map(each -> new Option(value.apply(each), label.apply(each), chosen.test(each)))
                .toList();
    }

    /// "Any" and some numbers to choose from; a chosen one that is not among them stands last.
    ///
    /// @param chosen `NaN` or 0 for any
    static List<Option> numbers(double chosen, Function<Double, String> label, double... usual) {
        List<Option> options = new ArrayList<>();
        boolean any = Double.isNaN(chosen) || chosen == 0;
        options.add(new Option("", "any", any));
        boolean met = any;
        for (double number : usual) {
            options.add(new Option(Controls.number(number), label.apply(number), number == chosen));
            met |= number == chosen;
        }
        if (!met) {
            options.add(new Option(Controls.number(chosen), label.apply(chosen), true));
        }
        return options;
    }
}
