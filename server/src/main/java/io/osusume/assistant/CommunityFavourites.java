package io.osusume.assistant;

import io.osusume.data.Catalogue;
import io.osusume.data.Title;
import io.osusume.recommend.Ask;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// What the community rates highest among the titles that pass a filter: the answer for somebody
/// without a list. A mean of few scores is drawn towards the usual one, so that a handful of friends
/// put nothing on top; one title of a franchise comes, its best.
record CommunityFavourites(ToolContext context) {
    private static final double USUAL_SCORE = 7;
    private static final double USUAL_MEMBERS = 20_000;

    RecommendTool.Answer answer(Ask ask) {
        Catalogue catalogue = context.service().loaded().catalogue();
        IntPredicate passes = context.service().passing(ask.filter());
        Set<Integer> franchises = new HashSet<>();
        List<Title> fitting = catalogue.titles().stream()
                .filter(title -> context.fan().maySee(title) && !Double.isNaN(title.score()))
                .filter(title -> {
                    OptionalInt item = context.service().loaded().items().index(title.itemId());
                    return item.isPresent() && passes.test(item.getAsInt());
                })
                .filter(title -> !ask.excluded().containsKey(title.itemId()))
                .sorted(Comparator.comparingDouble(CommunityFavourites::damped).reversed())
                .filter(title -> franchises.add(context.service()
                        .franchiseOf(context.service()
                                .loaded()
                                .items()
                                .index(title.itemId())
                                .orElseThrow())))
                .skip(ask.skip())
                .limit(ask.n() + 1L)
                .toList();
        int shown = Math.min(ask.n(), fitting.size());
        List<RecommendTool.Recommended> titles = IntStream.range(0, shown)
                .mapToObj(k -> new RecommendTool.Recommended(
                        ask.skip() + k + 1, context.brief(fitting.get(k)), null, List.of()))
                .toList();
        return new RecommendTool.Answer(
                "what the community rates highest, since there is no list to go by", titles, fitting.size() > shown);
    }

    private static double damped(Title title) {
        return (title.score() * title.members() + USUAL_SCORE * USUAL_MEMBERS) / (title.members() + USUAL_MEMBERS);
    }
}
