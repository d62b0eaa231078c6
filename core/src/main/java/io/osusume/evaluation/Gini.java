package io.osusume.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// Gini index of the items shown at the top places of all users: how unequally the places are shared
/// out.
///
/// ```
/// Gini@n = sum over items k = 1..m of (2k - m - 1) x(k) / (m * sum of all x)
/// ```
/// where `x(1) <= ... <= x(m)` count how often each of the `m` items of the catalogue is shown, also the
/// items never shown. In [0, 1 - 1/m]: 0 when every item has as many places, near 1 when everybody gets
/// the same few. Nothing shown: undefined.
///
/// Source: Fleder and Hosanagar, Blockbuster culture's next rise or fall, 2009.
///
/// @param n list length, in [1, 100]
public record Gini(int n) {
    /// What is reported.
    public static final Gini REPORTED = new Gini(10);

    public Gini {
        Metric.checkLength(n);
    }

    /// The word in reports.
    public String name() {
        return "gini@" + n;
    }

    /// The index of the places.
    ///
    /// @param lists ranked item indices, best first, one list a user
    /// @param items how many items there are
    public OptionalDouble of(List<int[]> lists, int items) {
        int[] counts = new int[items];
        long places = 0;
        for (int[] list : lists) {
            for (int rank = 0; rank < Math.min(n, list.length); rank++) {
                counts[list[rank]]++;
                places++;
            }
        }
        if (places == 0) {
            return OptionalDouble.empty();
        }
        Arrays.sort(counts);
        double sum = 0;
        for (int k = 0; k < items; k++) {
            sum += (2.0 * (k + 1) - items - 1) * counts[k];
        }
        return OptionalDouble.of(sum / ((double) items * places));
    }
}
