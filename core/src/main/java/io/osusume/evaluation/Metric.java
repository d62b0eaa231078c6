package io.osusume.evaluation;

import java.util.List;
import java.util.OptionalDouble;

/// A number in [0, 1] for one user's list, 1 the best; reports give the mean over users.
public sealed interface Metric permits Ndcg, Recall, ReciprocalRank {
    /// How deep a list metrics look at: longer ones are cut there.
    int DEPTH = 100;

    /// What is reported, in this order.
    List<Metric> REPORTED = List.of(new Ndcg(10), new Ndcg(100), new Recall(20), new Recall(50), new ReciprocalRank());

    /// The word in reports: `ndcg@10`, `recall@20`, `mrr`.
    String name();

    /// The value for one user; empty where the formula divides by zero, which is not 0.
    OptionalDouble of(Hits hits);

    /// A list length a metric may have.
    ///
    /// @throws IllegalArgumentException if `n` is outside [1, 100]
    static void checkLength(int n) {
        if (n < 1 || n > DEPTH) {
            throw new IllegalArgumentException("n of a metric must be in [1, " + DEPTH + "], was " + n);
        }
    }
}
