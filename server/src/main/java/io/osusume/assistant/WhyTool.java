package io.osusume.assistant;

import io.osusume.data.Title;
import io.osusume.recommend.Ask;
import io.osusume.recommend.FilterRule;
import io.osusume.recommend.RecommendException;
import io.osusume.recommend.WhyNot;
import io.osusume.schema.EnumWords;
import io.osusume.schema.Says;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a title is recommended, or why not: one question to the service, told from two sides.
final class WhyTool implements Tool<WhyTool.Arguments, WhyTool.Answer> {
    static final String EXPLAIN = "explain";
    static final String WHY_NOT = "why_not";
    private static final int SHARES = 8;

    private final String name;
    private final String description;

    private WhyTool(String name, String description) {
        this.name = name;
        this.description = description;
    }

    static WhyTool explain() {
        return new WhyTool(
                EXPLAIN,
                "Why a title is recommended to the fan: the exact shares of the fan's titles and of other traits in its"
                        + " score. Say no percentage that does not stand there.");
    }

    static WhyTool whyNot() {
        return new WhyTool(
                WHY_NOT, "Why a title is not recommended to the fan, or where it stands, and what would bring it up.");
    }

    record Arguments(@Says("The id of the title") long itemId) {}

    record Answer(
            @Says("The title") TitleBrief title,

            @Says(value = "Where it stands", words = WhyNot.Place.class)
            String place,

            @Says("Its place among all that may come, from 1; absent if it may not come") @Nullable
            Integer rank,

            @Says("How many titles may come") int of,
            @Says("What takes it out") List<String> removedBy,

            @Says("The part of its franchise that comes in its place; absent if none does") @Nullable
            TitleBrief shownInstead,

            @Says("What speaks for and against it, the largest amounts first")
            List<Share> shares,

            @Says("What would bring it up, the strongest first")
            List<String> lifts) {}

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
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
        Fan fan = context.fan();
        if (fan.watched().isEmpty()) {
            throw new ToolException("there is no list to go by: the fan names no watched title");
        }
        FilterReader filters = new FilterReader(context);
        Ask ask = Ask.of(fan.watched(), 1).withExcluded(fan.excluded()).withFilter(filters.usual());
        try {
            return answer(context.service().whyNot(ask, title.itemId()), context);
        } catch (RecommendException refused) {
            throw new ToolException(String.valueOf(refused.getMessage()));
        }
    }

    private static Answer answer(WhyNot why, ToolContext context) {
        return new Answer(
                context.brief(why.title()),
                EnumWords.of(why.place()),
                why.rank().isPresent() ? (Integer) why.rank().getAsInt() : null,
                why.of(),
                why.removedBy().stream().map(FilterRule::sentence).toList(),
                why.shownInstead()
                        .filter(context.fan()::maySee)
                        .map(context::brief)
                        .orElse(null),
                why.reasons()
                        .map(reasons -> Share.all(reasons, context.fan().names()).stream()
                                .limit(SHARES)
                                .toList())
                        .orElse(List.of()),
                why.lifts().stream()
                        .filter(lift -> lift.title().map(context.fan()::maySee).orElse(true))
                        .map(WhyNot.Lift::what)
                        .toList());
    }
}
