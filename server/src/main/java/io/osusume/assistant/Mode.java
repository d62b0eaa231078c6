package io.osusume.assistant;

/// Who phrases an answer.
public enum Mode {
    /// A language model, checked.
    MODEL,
    /// Rules and templates: without a key, over a limit, or when the model fails.
    RULES
}
