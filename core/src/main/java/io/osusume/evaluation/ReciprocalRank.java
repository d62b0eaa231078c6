package io.osusume.evaluation;

import java.util.OptionalDouble;

/// One over the rank of the first held-out item in the top 100; its mean over users is MRR.
///
/// ```
/// RR = 1 / (rank of the first hit, counted from 1), 0 without a hit in the top 100
/// ```
/// Without a hit the rank is known to be beyond 100, so 0 is a bound on a value that exists (at most 1/101), not a
/// stand-in for an undefined one. Nothing held out: undefined.
///
/// Source: Voorhees, The TREC-8 question answering track report, 1999.
public record ReciprocalRank() implements Metric {
    @Override
    public String name() {
        return "mrr";
    }

    @Override
    public OptionalDouble of(Hits hits) {
        if (hits.heldOut() == 0) {
            return OptionalDouble.empty();
        }
        for (int rank = 0; rank < DEPTH; rank++) {
            if (hits.at(rank)) {
                return OptionalDouble.of(1.0 / (rank + 1));
            }
        }
        return OptionalDouble.of(0);
    }
}
