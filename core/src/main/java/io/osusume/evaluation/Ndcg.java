package io.osusume.evaluation;

import java.util.OptionalDouble;

/// Normalized discounted cumulative gain: held-out items near the top count more.
///
/// ```
/// DCG@n   = sum over ranks r = 1..n of hit(r) / log2(r + 1)        (binary gain)
/// ideal   = sum over ranks r = 1..min(n, held-out) of 1 / log2(r + 1)
/// NDCG@n  = DCG@n / ideal
/// ```
/// A list shorter than `n` has no hits beyond its end. Nothing held out: undefined.
///
/// Source: Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques, 2002; the ideal cut at
/// min(n, held-out) so that a perfect list of a user with few held-out items gets 1.
///
/// @param n list length, in [1, 100]
public record Ndcg(int n) implements Metric {
    public Ndcg {
        Metric.checkLength(n);
    }

    @Override
    public String name() {
        return "ndcg@" + n;
    }

    @Override
    public OptionalDouble of(Hits hits) {
        if (hits.heldOut() == 0) {
            return OptionalDouble.empty();
        }
        double gain = 0;
        double ideal = 0;
        for (int rank = 0; rank < n; rank++) {
            double discount = Math.log(2) / Math.log(rank + 2); // ranks count from 0 here
            gain += hits.at(rank) ? discount : 0;
            ideal += rank < hits.heldOut() ? discount : 0;
        }
        return OptionalDouble.of(gain / ideal);
    }
}
