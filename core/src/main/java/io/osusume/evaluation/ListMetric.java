package io.osusume.evaluation;

import java.util.OptionalDouble;

/// A number for what one user's list shows, whether it hits or not; reports give the mean over users.
/// More is not always better: a list of random items is novel and diverse.
public sealed interface ListMetric permits Novelty, IntraListDiversity {
    /// The word in reports: `novelty@10`, `diversity@10`.
    String name();

    /// The value of one list; empty where the formula divides by zero.
    ///
    /// @param ranked item indices, best first; may be shorter than the metric looks
    OptionalDouble of(int[] ranked);
}
