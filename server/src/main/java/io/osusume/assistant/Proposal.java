package io.osusume.assistant;

import io.osusume.schema.Says;

/// A change of the fan's list that waits for the fan's word.
///
/// @param score 0 for none
public record Proposal(
        @Says(value = "What would be done", words = Proposal.Deed.class)
        String deed,

        @Says("To the title of this id") long itemId,

        @Says(value = "With this score, 0 for none", least = 0, most = 10)
        int score) {
    /// What can be proposed: what the forms of the pages can do.
    public enum Deed {
        SEEN,
        SAVE,
        NOT_INTERESTED,
        FREE
    }
}
