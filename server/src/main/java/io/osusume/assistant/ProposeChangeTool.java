package io.osusume.assistant;

import io.osusume.schema.EnumWords;
import io.osusume.schema.Says;
import org.jspecify.annotations.Nullable;

/// Proposes a change of the fan's list. Nothing happens until the fan presses the button that the page
/// shows for it, which is the very form a title's own page has; it can be undone like any change.
final class ProposeChangeTool implements Tool<ProposeChangeTool.Arguments, ProposeChangeTool.Answer> {
    static final String NAME = "propose_change";

    record Arguments(
            @Says(
                    value = "seen: put it on the list as watched, with the score if there is one",
                    words = Proposal.Deed.class)
            String deed,

            @Says("The id of the title") long itemId,

            @Says(value = "What the fan gives it; absent for nothing; only for seen", least = 0, most = 10) @Nullable
            Integer score) {}

    record Answer(
            @Says("The title") TitleBrief title,
            @Says("The proposal") Proposal proposal,
            @Says("What happens now") String next) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Proposes to the fan to add, score, save, hide or free a title. The fan is shown a button; you cannot press"
                + " it. Only when the fan has asked for it.";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Class<Answer> answers() {
        return Answer.class;
    }

    @Override
    public Answer call(Arguments asked, ToolContext context) {
        TitleBrief title = context.brief(context.title(asked.itemId));
        Proposal.Deed deed = EnumWords.parsed(Proposal.Deed.class, asked.deed)
                .orElseThrow(() -> new ToolException(
                        "deed must be one of " + EnumWords.all(Proposal.Deed.class) + ", was '" + asked.deed + "'"));
        int score = asked.score == null ? 0 : asked.score;
        if (score < 0 || score > 10) {
            throw new ToolException("score must be in [0, 10], was " + score);
        }
        return new Answer(
                title,
                new Proposal(EnumWords.of(deed), asked.itemId, deed == Proposal.Deed.SEEN ? score : 0),
                "the fan is asked; nothing has happened yet");
    }
}
