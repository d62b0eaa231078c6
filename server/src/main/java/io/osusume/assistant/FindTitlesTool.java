package io.osusume.assistant;

import io.osusume.data.Title;
import io.osusume.schema.Says;
import java.util.List;

/// Finds titles by name.
final class FindTitlesTool implements Tool<FindTitlesTool.Arguments, FindTitlesTool.Answer> {
    static final String NAME = "find_titles";
    private static final int HITS = 5;

    record Arguments(
            @Says("A name in any language, or a short name fans use")
            String name) {}

    record Answer(
            @Says("The titles that fit best, best first") List<TitleBrief> titles) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Finds titles by name and gives their ids, which the other tools take.";
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
        List<Title> found = context.service().search().search(asked.name, HITS);
        return new Answer(context.briefs(found));
    }
}
