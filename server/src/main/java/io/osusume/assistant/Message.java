package io.osusume.assistant;

import java.util.List;

/// A message of a conversation with a language model.
public sealed interface Message {
    /// What the model is told for itself.
    record Instructions(String text) implements Message {}

    /// What the fan said.
    record OfFan(String text) implements Message {}

    /// What the model said, and which tools it called.
    record OfModel(String text, List<ToolCall> calls) implements Message {
        public OfModel {
            calls = List.copyOf(calls);
        }
    }

    /// What a tool answered, marked as data.
    record OfTool(String callId, String text) implements Message {}
}
