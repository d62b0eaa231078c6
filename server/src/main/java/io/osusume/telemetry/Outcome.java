package io.osusume.telemetry;

/// What came of [Work].
public sealed interface Outcome {
    /// It was done.
    Outcome DONE = new Done();

    /// It was done.
    record Done() implements Outcome {}

    /// It was not.
    ///
    /// @param why a word of a short, closed list, such as `busy`
    record Failed(String why) implements Outcome {}

    /// A request was answered.
    ///
    /// @param route the template of its path, such as `/titles/{id}`, or what stands for none
    /// @param status of HTTP
    record Answered(String route, int status) implements Outcome {}
}
