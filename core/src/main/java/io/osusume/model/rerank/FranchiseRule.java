package io.osusume.model.rerank;

/// How the parts of a franchise are shown.
public enum FranchiseRule {
    /// Each part for itself.
    EVERY_PART("every-part"),

    /// The best-scored part of a franchise alone.
    ONE_PART("one-part"),

    /// The best-scored part of a franchise alone, and none of a franchise the list has something of.
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
