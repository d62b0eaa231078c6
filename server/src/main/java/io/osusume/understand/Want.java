package io.osusume.understand;

/// What a sentence asks for.
public enum Want {
    /// Titles for the fan's list, within a filter.
    RECOMMEND("recommend"),
    /// Titles like those named, within a filter.
    SIMILAR("similar"),
    /// Titles that fit a description in words, within a filter.
    DESCRIBE("describe"),
    /// Facts of the title named.
    FACTS("facts"),
    /// Why the title named was recommended.
    EXPLAIN("explain"),
    /// Why the title named was not recommended.
    WHY_NOT("why-not"),
    /// What the fan likes.
    TASTE("taste"),
    /// The titles named put on the list as watched.
    ADD("add"),
    /// The title named given a rating.
    SCORE("score"),
    /// The titles named never shown again.
    HIDE("hide"),
    /// The titles named beside one another.
    COMPARE("compare"),
    /// In which order the franchise of the title named is watched.
    ORDER("order"),
    /// What can be asked.
    HELP("help"),
    /// Nothing but politeness.
    CHAT("chat"),
    /// Nothing of it was understood.
    UNCLEAR("unclear");

    private final String word;

    Want(String word) {
        this.word = word;
    }

    /// The word in data.
    public String word() {
        return word;
    }

    /// Whether the answer is a list of titles, which a follow-up may change.
    public boolean listsTitles() {
        return this == RECOMMEND || this == SIMILAR || this == DESCRIBE;
    }
}
