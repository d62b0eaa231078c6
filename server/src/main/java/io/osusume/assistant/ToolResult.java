package io.osusume.assistant;

import java.util.Optional;

/// What came of calling a tool.
///
/// @param tool its name
/// @param json the answer, or an object with `error`
/// @param answer as a record; empty if the tool could not answer
public record ToolResult(String tool, String json, Optional<Record> answer) {
    /// The answer as a language model is given it: marked as data, which nothing in it can end.
    String asData() {
        return "<data tool=\"" + tool + "\">\n" + json.replace("<", "\\u003c") + "\n</data>";
    }

    /// Whether the tool could not answer.
    public boolean failed() {
        return answer.isEmpty();
    }
}
