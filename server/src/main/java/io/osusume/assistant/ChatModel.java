package io.osusume.assistant;

import java.time.Duration;
import java.util.List;

/// A language model that can call tools. Safe for use by many threads.
public interface ChatModel extends AutoCloseable {
    /// Its name, as the server that runs it calls it.
    String name();

    /// The next message of a conversation.
    ///
    /// @throws ModelException if there is none
    Reply reply(Question question, Reading reading);

    @Override
    void close();

    /// What is asked.
    ///
    /// @param tools those it may call; empty for none
    /// @param maxTokens it may write
    /// @param time the whole reply may take
    record Question(List<Message> messages, List<Toolbox.Described> tools, int maxTokens, Duration time) {
        public Question {
            messages = List.copyOf(messages);
            tools = List.copyOf(tools);
        }
    }

    /// What is answered.
    ///
    /// @param whole false if the reading was stopped, or the model had no room for more
    record Reply(String text, List<ToolCall> calls, TokenUsage usage, boolean whole) {
        public Reply {
            calls = List.copyOf(calls);
        }
    }

    /// Reads a reply while it comes.
    @FunctionalInterface
    interface Reading {
        /// A piece of text.
        ///
        /// @return false if no more is wanted
        boolean text(String chunk);
    }
}
