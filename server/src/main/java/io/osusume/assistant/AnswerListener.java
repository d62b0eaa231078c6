package io.osusume.assistant;

/// Hears an answer while it comes into being.
public interface AnswerListener {
    /// Nobody listens.
    AnswerListener NONE = new AnswerListener() {};

    /// A tool is asked.
    default void asks(String tool) {}

    /// This may be shown.
    default void passed(Piece piece) {}

    /// All that was passed is to be taken back: the answer begins again.
    default void startsAgain() {}

    /// Whether the fan wants no more of it.
    default boolean stopped() {
        return false;
    }
}
