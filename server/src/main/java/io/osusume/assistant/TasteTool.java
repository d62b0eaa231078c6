package io.osusume.assistant;

import io.osusume.model.taste.Habit;
import io.osusume.schema.EnumWords;
import io.osusume.schema.Says;
import io.osusume.taste.ContrarianPick;
import io.osusume.taste.FacetTaste;
import io.osusume.taste.Taste;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the fan's list says about its owner.
final class TasteTool implements Tool<TasteTool.Arguments, TasteTool.Answer> {
    static final String NAME = "taste";

    record Arguments() {}

    record Answer(
            @Says("How many titles of the list the catalogue knows")
            int titles,

            @Says("What the list has more of than others, by facet")
            List<FacetAnswer> facets,

            @Says("The mean of the fan's scores; absent without scores") @Nullable
            Double ownMean,

            @Says("The community's mean of the same titles; absent without scores") @Nullable
            Double communityMean,

            @Says("What the fan rates further above the community than usual")
            List<TitleBrief> above,

            @Says("What the fan rates further below") List<TitleBrief> below) {}

    record FacetAnswer(
            @Says("Genre, studio, era, ...") String facet,
            @Says("The fondest first") List<String> favourites,
            @Says("What the list has clearly less of") List<String> rarer) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "What the fan's list says about the fan's taste: favourite genres, studios, decades, and how the fan"
                + " scores.";
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
        if (context.fan().watched().isEmpty()) {
            throw new ToolException("there is no list to go by: the fan names no watched title");
        }
        Taste taste = context.taste().get().read(context.fan().watched());
        return new Answer(
                taste.titles(),
                taste.facets().stream().map(TasteTool::facet).toList(),
                taste.scores().map(scores -> hundredth(scores.ownMean())).orElse(null),
                taste.scores().map(scores -> hundredth(scores.communityMean())).orElse(null),
                context.briefs(taste.above().stream().map(ContrarianPick::title).toList()),
                context.briefs(taste.below().stream().map(ContrarianPick::title).toList()));
    }

    private static FacetAnswer facet(FacetTaste taste) {
        return new FacetAnswer(
                EnumWords.of(taste.facet()),
                taste.favourites().stream().map(Habit::word).toList(),
                taste.rarer().stream().map(Habit::word).toList());
    }

    private static double hundredth(double number) {
        return Math.round(number * 100) / 100.0;
    }
}
