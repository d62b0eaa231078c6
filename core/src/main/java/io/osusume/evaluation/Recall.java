package io.osusume.evaluation;

import java.util.OptionalDouble;

/// The share of the held-out items that the first `n` places found, of those that could stand there.
///
/// ```
/// Recall@n = hits among the first n / min(n, held-out)
/// ```
/// A perfect list gets 1 for every user, also for one with more held-out items than places. A list shorter than `n`
/// has no hits beyond its end. Nothing held out: undefined.
///
/// Source: the truncated recall of Liang, Krishnan, Hoffman and Jebara, Variational autoencoders for collaborative
/// filtering, 2018. Others divide by all held-out items; such figures are not comparable.
///
/// @param n list length, in [1, 100]
public record Recall(int n) implements Metric {
    public Recall {
        Metric.checkLength(n);
    }

    @Override
    public String name() {
        return "recall@" + n;
    }

    @Override
    public OptionalDouble of(Hits hits) {
        if (hits.heldOut() == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((double) hits.among(n) / Math.min(n, hits.heldOut()));
    }
}
