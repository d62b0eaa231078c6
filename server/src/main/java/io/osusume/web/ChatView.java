package io.osusume.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of the conversation.
///
/// @param turns the oldest first
/// @param mode one sentence about who answers
/// @param query what the form carries along
/// @param formToken proves that the form is ours, empty for somebody new
/// @param kept whether the conversation is kept
/// @param listed whether there is a list to go by
/// @param notice of what was just done, null if nothing was
record ChatView(
        List<ChatTurnView> turns,
        String mode,
        String query,
        String formToken,
        boolean kept,
        boolean listed,
        @Nullable Notice notice) {
    private static final List<String> EXAMPLES = List.of(
            "Something short and funny, no sequels, after 2010",
            "A mystery like Steins;Gate",
            "Compare Cowboy Bebop and Trigun");

    ChatView {
        turns = List.copyOf(turns);
    }

    /// What somebody may begin with who has said nothing yet.
    List<String> examples() {
        if (!turns.isEmpty()) {
            return List.of();
        }
        List<String> examples = new ArrayList<>(EXAMPLES);
        examples.add(1, listed ? "What is my taste?" : "Girl pilots in space, bittersweet");
        return examples;
    }
}
