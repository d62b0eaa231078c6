package io.osusume.evaluation;

import io.osusume.data.ItemDistance;
import java.util.OptionalDouble;

/// Mean distance of the pairs among the first `n` items.
///
/// ```
/// diversity@n = mean over pairs a, b of the first n items of distance(a, b)
/// ```
/// In [0, 1], as the distance is. Pairs of unknown distance are left out; a list without a pair of known
/// distance: undefined.
///
/// Source: Smyth and McClave, Similarity vs. diversity, 2001.
///
/// @param n list length, in [1, 100]
public record IntraListDiversity(int n, ItemDistance distance) implements ListMetric {
    /// The list length of the reports.
    public static final int REPORTED = 10;

    public IntraListDiversity {
        Metric.checkLength(n);
    }

    @Override
    public String name() {
        return "diversity@" + n;
    }

    @Override
    public OptionalDouble of(int[] ranked) {
        int length = Math.min(n, ranked.length);
        double sum = 0;
        int pairs = 0;
        for (int a = 0; a < length; a++) {
            for (int b = a + 1; b < length; b++) {
                double distance = this.distance.between(ranked[a], ranked[b]);
                if (!Double.isNaN(distance)) {
                    sum += distance;
                    pairs++;
                }
            }
        }
        return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / pairs);
    }
}
