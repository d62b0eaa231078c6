package io.osusume.openai;

import com.openai.models.chat.completions.ChatCompletionChunk;
import io.osusume.assistant.ChatModel;
import io.osusume.assistant.TokenUsage;
import io.osusume.assistant.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A reply as far as it has come: text goes on at once, calls of tools are put together from their
/// pieces.
final class Received {
    private static final int LONGEST = 200_000; // characters
    private static final int CHARACTERS_A_TOKEN = 4;

    private final ChatModel.Reading reading;
    private final StringBuilder text = new StringBuilder();
    private final Map<Long, Call> calls = new TreeMap<>();
    private TokenUsage usage = TokenUsage.NONE;
    private boolean begun;
    private boolean finished;
    private boolean whole = true;

    Received(ChatModel.Reading reading) {
        this.reading = reading;
    }

    private static final class Call {
        private String id = "";
        private final StringBuilder name = new StringBuilder();
        private final StringBuilder arguments = new StringBuilder();
    }

    /// Takes the next piece.
    /// @return false if no more is wanted
    boolean take(ChatCompletionChunk chunk) {
        begun = true;
        chunk.usage().ifPresent(used -> usage = new TokenUsage(used.promptTokens(), used.completionTokens()));
        boolean more = true;
        for (ChatCompletionChunk.Choice choice : chunk.choices()) {
            choice.delta().toolCalls().ifPresent(parts -> parts.forEach(this::take));
            if (choice.delta().content().isPresent()) {
                String piece = choice.delta().content().get();
                text.append(piece);
                more &= piece.isEmpty() || reading.text(piece);
            }
            if (choice.finishReason().isPresent()) {
                finished = true;
                whole = !choice.finishReason().get().toString().equals("length");
            }
        }
        if (!more || text.length() > LONGEST) {
            whole = false;
            return false;
        }
        return true;
    }

    private void take(ChatCompletionChunk.Choice.Delta.ToolCall part) {
        Call call = calls.computeIfAbsent(part.index(), _ -> new Call());
        part.id().ifPresent(id -> call.id = id);
        part.function().ifPresent(function -> {
            function.name().ifPresent(call.name::append);
            function.arguments().ifPresent(piece -> {
                if (call.arguments.length() < LONGEST) {
                    call.arguments.append(piece);
                }
            });
        });
    }

    /// Whether anything has come.
    boolean begun() {
        return begun;
    }

    /// Whether the server said that the reply is at its end.
    boolean finished() {
        return finished;
    }

    ChatModel.Reply reply(ChatModel.Question question) {
        List<ToolCall> wished = new ArrayList<>();
        calls.forEach((index, call) -> wished.add(new ToolCall(
                call.id.isEmpty() ? "call-" + index : call.id, call.name.toString(), call.arguments.toString())));
        TokenUsage used = usage.equals(TokenUsage.NONE) ? estimated(question) : usage;
        return new ChatModel.Reply(text.toString(), wished, used, whole);
    }

    /// Tokens where the server does not count them, or the reading was stopped before it said.
    private TokenUsage estimated(ChatModel.Question question) {
        long in = 0;
        for (Object message : question.messages()) {
            in += message.toString().length();
        }
        in += question.tools().toString().length();
        return new TokenUsage(in / CHARACTERS_A_TOKEN, 1 + text.length() / CHARACTERS_A_TOKEN);
    }
}
