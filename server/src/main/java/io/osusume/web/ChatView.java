package io.osusume.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of the conversation.
///
/// @param turns the oldest first
/// @param mode one sentence about who answers
/// @param query what the form carries along
/// @param formToken proves that the form is ours, empty for somebody new
/// @param kept whether the conversation is kept
/// @param notice of what was just done, null if nothing was
record ChatView(
        List<ChatTurnView> turns,
        String mode,
        String query,
        String formToken,
        boolean kept,
        @Nullable Notice notice) {
    /// What somebody may begin with.
    static final List<String> EXAMPLES = List.of(
            "Something short and funny, no sequels, after 2010",
            "What is my taste?",
            "A mystery like Steins;Gate",
            "Compare Cowboy Bebop and Trigun");

    ChatView {
        turns = List.copyOf(turns);
    }

    List<String> examples() {
        return turns.isEmpty() ? EXAMPLES : List.of();
    }
}
