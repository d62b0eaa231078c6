package io.osusume.web;

import io.osusume.assistant.Mode;
import io.osusume.assistant.Proposal;
import io.osusume.assistant.Turn;
import io.osusume.data.NameLanguage;
import io.osusume.recommend.Exclusion;
import io.osusume.recommend.RecommendationService;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A turn of a conversation on a page.
///
/// @param byModel whether a language model phrased it
/// @param why rules did, or why it is not whole; empty if there is nothing to say
/// @param proposals changes that wait for the fan's word; empty where no list is kept
/// @param feedback what their forms need, null where no list is kept
/// @param query what links to titles carry along
record ChatTurnView(
        String said,
        List<ChatText.Block> blocks,
        boolean byModel,
        String why,
        List<Proposed> proposals,
        @Nullable Feedback feedback,
        String query) {
    ChatTurnView {
        blocks = List.copyOf(blocks);
        proposals = List.copyOf(proposals);
    }

    /// A change that waits for the fan's word.
    ///
    /// @param label of the button
    /// @param score empty for none
    /// @param done whether the list is already so
    record Proposed(String label, String deed, long itemId, String score, boolean done) {}

    static ChatTurnView of(Turn turn, String why, Visit visit, @Nullable Feedback feedback) {
        RecommendationService service = visit.service();
        NameLanguage names = visit.controls().names();
        return new ChatTurnView(
                turn.said(),
                ChatText.blocks(turn.answered(), service, names),
                turn.mode().equals(Mode.MODEL.name().toLowerCase(Locale.ROOT)),
                why.isEmpty() ? "" : Sentences.of(why),
                feedback == null
                        ? List.of()
                        : turn.proposals().stream()
                                .map(each -> proposed(each, visit))
                                .toList(),
                feedback,
                visit.controls().query());
    }

    private static Proposed proposed(Proposal proposal, Visit visit) {
        String name = ChatText.title(
                        proposal.itemId(), visit.service(), visit.controls().names())
                .text();
        String label = switch (proposal.deed()) {
            case "seen" ->
                proposal.score() == 0
                        ? "Put " + name + " on my list"
                        : "Put " + name + " on my list with " + proposal.score();
            case "save" -> "Save " + name + " for later";
            case "not-interested" -> "Do not show " + name + " any more";
            default -> "Let " + name + " come again";
        };
        return new Proposed(
                label,
                proposal.deed(),
                proposal.itemId(),
                proposal.score() == 0 ? "" : Integer.toString(proposal.score()),
                isDone(proposal, visit.fan()));
    }

    private static boolean isDone(Proposal proposal, FanTitles fan) {
        Exclusion exclusion = fan.excluded().get(proposal.itemId());
        return switch (proposal.deed()) {
            case "seen" ->
                fan.watched().stream()
                        .anyMatch(item -> item.itemId() == proposal.itemId()
                                && (proposal.score() == 0 || item.rating() == proposal.score()));
            case "save" -> exclusion == Exclusion.SAVED;
            case "not-interested" -> exclusion == Exclusion.NOT_INTERESTED;
            default -> exclusion == null;
        };
    }
}
