package io.osusume.assistant;

/// What a text of a language model may not do; the sentence that does it is cut.
public enum Violation {
    /// It names a title, or something like one, that no tool returned.
    TITLE("it names a title or a name that no tool returned"),
    /// It marks an id that no tool returned, or a broken mark.
    MARK("it marks an id that no tool returned"),
    /// It says a number that no tool said.
    NUMBER("it says a number that no tool said"),
    /// It holds an address.
    LINK("it holds an address"),
    /// It repeats what the model was told for itself.
    PROMPT("it repeats its instructions");

    private final String sentence;

    Violation(String sentence) {
        this.sentence = sentence;
    }

    /// What is wrong, as the end of a sentence.
    public String sentence() {
        return sentence;
    }
}
