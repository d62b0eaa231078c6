package io.osusume.assistant;

/// Something a conversation can ask of the recommender. A tool changes nothing: what a fan's list is to
/// become it only proposes.
///
/// @param <A> what it takes, a record each of whose fields says what it is
/// @param <R> what it answers, a record of the same kind
interface Tool<A extends Record, R extends Record> {
    /// Lower case, words parted by `_`.
    String name();

    /// What it does and when to call it, for a language model.
    String description();

    Class<A> arguments();

    Class<R> answers();

    /// The answer.
    ///
    /// @throws ToolException if it cannot be given
    R call(A arguments, ToolContext context);
}
