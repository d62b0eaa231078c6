package io.osusume.assistant;

/// A model's wish to call a tool.
///
/// @param id by which the model knows the answer again
/// @param arguments JSON, if the model does what it should
public record ToolCall(String id, String tool, String arguments) {}
