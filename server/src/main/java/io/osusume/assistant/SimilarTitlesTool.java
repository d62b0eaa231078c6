package io.osusume.assistant;

import io.osusume.recommend.RankedTitle;
import io.osusume.recommend.RecommendException;
import io.osusume.schema.Says;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The titles most like one, whatever the fan's list says.
final class SimilarTitlesTool implements Tool<SimilarTitlesTool.Arguments, SimilarTitlesTool.Answer> {
    static final String NAME = "similar_titles";
    private static final int USUAL = 5;
    private static final int MOST = 20;

    record Arguments(
            @Says("The id of the title") long itemId,

            @Says(value = "How many; absent: 5", least = 1, most = MOST) @Nullable
            Integer n) {}

    record Answer(
            @Says("The title that was asked about") TitleBrief of,
            @Says("The most alike first") List<TitleBrief> titles) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "The titles most like one, by who watches them together. For likeness with filters call recommend with"
                + " like.";
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
        TitleBrief of = context.brief(context.title(asked.itemId));
        int n = asked.n == null ? USUAL : Math.clamp(asked.n, 1, MOST);
        try {
            return new Answer(
                    of,
                    context.briefs(context.service().similar(asked.itemId, n).stream()
                            .map(RankedTitle::title)
                            .toList()));
        } catch (RecommendException refused) {
            throw new ToolException(String.valueOf(refused.getMessage()));
        }
    }
}
