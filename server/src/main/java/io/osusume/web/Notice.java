package io.osusume.web;

import io.javalin.http.Context;
import io.osusume.model.rerank.FranchiseRule;
import io.osusume.recommend.Ask;
import io.osusume.recommend.Card;
import io.osusume.recommend.Exclusion;
import io.osusume.recommend.RankedTitle;
import io.osusume.recommend.RecommendException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a page says about the step before it, and how to undo that.
///
/// @param lowered what stands lower for it, in sentences
/// @param change its number, 0 if it cannot be undone
/// @param query what the form carries along
/// @param formToken proves that the form is ours
record Notice(String sentence, List<String> lowered, long change, String query, String formToken) {
    private static final int LIKE_IT = 12;
    private static final int NAMED = 3;
    private static final int RANKED = 2_000;

    /// The notice of a visit, null if nothing was done.
    static @Nullable Notice of(Context ctx, Visit visit) {
        Optional<Done> done = Done.in(ctx);
        if (done.isEmpty() || visit.stored().isEmpty()) {
            return null;
        }
        return new Notice(
                done.get().sentence(visit.service(), visit.controls().names()),
                done.get().deed() == Done.Deed.NOT_INTERESTED
                        ? lowered(visit, done.get().itemId())
                        : List.of(),
                done.get().change(),
                visit.controls().query(),
                visit.stored().get().formToken());
    }

    /// What is like a title that was turned down, with its rank before and after, each worked out for real.
    private static List<String> lowered(Visit visit, long itemId) {
        if (visit.fan().excluded().get(itemId) != Exclusion.NOT_INTERESTED) {
            return List.of();
        }
        Map<Long, Exclusion> before = new HashMap<>(visit.fan().excluded());
        before.put(itemId, Exclusion.SAVED);
        try {
            Map<Long, Integer> earlier = ranks(visit, before);
            Map<Long, Integer> now = ranks(visit, visit.fan().excluded());
            List<String> sentences = new ArrayList<>();
            for (RankedTitle like : visit.service().similar(itemId, LIKE_IT)) {
                long other = like.title().itemId();
                int from = earlier.getOrDefault(other, 0);
                int to = now.getOrDefault(other, 0);
                if (from > 0 && to > from && sentences.size() < NAMED) {
                    sentences.add(like.title().named(visit.controls().names()) + " from " + from + " to " + to);
                }
            }
            return sentences;
        } catch (RecommendException nothing) {
            return List.of(); // the page itself tells what is wrong
        }
    }

    private static Map<Long, Integer> ranks(Visit visit, Map<Long, Exclusion> excluded) {
        Ask ask = visit.controls()
                .ask(visit.fan().watched(), excluded, 0)
                .withFranchises(FranchiseRule.EVERY_PART)
                .page(0, RANKED);
        Map<Long, Integer> ranks = new HashMap<>();
        for (Card card : visit.service().recommend(ask).cards()) {
            ranks.put(card.title().itemId(), card.rank());
        }
        return ranks;
    }
}
