package io.osusume.assistant;

import io.osusume.data.Title;
import io.osusume.meaning.MeaningHit;
import io.osusume.recommend.Ask;
import io.osusume.recommend.RatedItem;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The titles that fit a description in words best, among those that pass a filter and the fan has not
/// watched.
record DescribedTitles(ToolContext context) {
    RecommendTool.Answer answer(String description, Ask ask) {
        IntPredicate passes = context.service().passing(ask.filter());
        Set<Long> watched =
                context.fan().watched().stream().map(RatedItem::itemId).collect(Collectors.toSet());
        int wanted = ask.skip() + ask.n() + 1; // one more tells whether there are more
        List<Title> found = context
                .service()
                .meaning()
                .search(
                        description,
                        wanted,
                        title -> context.fan().maySee(title)
                                && !watched.contains(title.itemId())
                                && !ask.excluded().containsKey(title.itemId())
                                && passes(title, passes))
                .stream()
                .map(MeaningHit::title)
                .skip(ask.skip())
                .toList();
        int shown = Math.min(ask.n(), found.size());
        return new RecommendTool.Answer(
                "what the titles are about",
                IntStream.range(0, shown)
                        .mapToObj(k -> new RecommendTool.Recommended(
                                ask.skip() + k + 1, context.brief(found.get(k)), null, List.of()))
                        .toList(),
                found.size() > shown);
    }

    private boolean passes(Title title, IntPredicate filter) {
        OptionalInt item = context.service().loaded().items().index(title.itemId());
        return item.isPresent() && filter.test(item.getAsInt());
    }
}
