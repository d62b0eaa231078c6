package io.osusume.model.rerank;

/// How the parts of a franchise are shown.
public enum FranchiseRule {
    /// Each part for itself.
    EVERY_PART("every-part"),

    /// One part of a franchise, the right one to go on with: its start, or the next step after what was seen.
    ENTRY_POINT("entry-point"),

    /// The best-scored part of a franchise alone.
    ONE_PART("one-part"),

    /// One part of each franchise the list has nothing of: where it starts, if the order of its parts is known, else
    /// the best-scored one.
    NEW_FRANCHISES("new-franchises");

    private final String word;

    FranchiseRule(String word) {
        this.word = word;
    }

    /// The word in settings and addresses.
    public String word() {
        return word;
    }
}
