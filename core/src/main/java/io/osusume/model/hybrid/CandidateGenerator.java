package io.osusume.model.hybrid;

/// One source of items that may belong on a list: the first stage.
public interface CandidateGenerator {
    /// The word in reports.
    String name();

    /// Proposes items for a list. Items that are on it, or that nobody has, are passed over by `into`.
    void propose(Query query, CandidateSet into);
}
