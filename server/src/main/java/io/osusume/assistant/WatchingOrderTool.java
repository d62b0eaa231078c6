package io.osusume.assistant;

import io.osusume.data.Title;
import io.osusume.schema.EnumWords;
import io.osusume.schema.Says;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// In which order the titles of a franchise are watched.
final class WatchingOrderTool implements Tool<WatchingOrderTool.Arguments, WatchingOrderTool.Answer> {
    static final String NAME = "watching_order";
    private static final int MOST = 40;

    record Arguments(
            @Says("The id of any title of the franchise") long itemId) {}

    record Answer(
            @Says("The titles in order; the title alone if it has no franchise")
            List<Step> steps) {}

    record Step(
            @Says("The title") TitleBrief title,

            @Says("main for a step of the story, side, recap, ...")
            String part,

            @Says("Such as Season 2; absent if not known") @Nullable
            String label) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "The titles of a franchise in the order in which they are watched, and what each is.";
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
        Title title = context.title(asked.itemId);
        List<Step> steps = context.service().franchise(asked.itemId).stream()
                .filter(part -> context.fan().maySee(part.title()))
                .limit(MOST)
                .map(part -> new Step(
                        context.brief(part.title()),
                        EnumWords.of(part.part()),
                        part.label().orElse(null)))
                .toList();
        return new Answer(steps.isEmpty() ? List.of(new Step(context.brief(title), "main", null)) : steps);
    }
}
