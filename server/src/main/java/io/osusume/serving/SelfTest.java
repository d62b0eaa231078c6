package io.osusume.serving;

import io.osusume.recommend.Ask;
import io.osusume.recommend.Card;
import io.osusume.recommend.RatedItem;
import io.osusume.recommend.RecommendException;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.Recommendations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks a model what every fan asks, before any fan does: lists of several lengths, with reasons. It finds broken
/// models and warms up the code that answers.
final class SelfTest {
    private static final int[] LENGTHS = {1, 5, 20, 80, 300};

    /// The rounds in which the code that answers gets warm.
    static final int ROUNDS = 4;

    private SelfTest() {}

    /// The first thing that is wrong with the answers; empty for a model that may be served.
    ///
    /// @param from the first round
    /// @param to the round after the last; each asks with lists of all lengths, other ones than the rounds before
    static Optional<String> problem(RecommendationService service, int from, int to) {
        if (!service.servesLists()) {
            return Optional.of("it cannot serve a list it never saw");
        }
        int items = service.loaded().items().size();
        for (int round = from; round < to; round++) {
            for (int length : LENGTHS) {
                Optional<String> problem = problem(service, list(service, Math.min(length, items / 2), round));
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        return Optional.empty();
    }

    /// Titles spread evenly over the items, others in each round; every second one scored.
    private static List<RatedItem> list(RecommendationService service, int length, int round) {
        int items = service.loaded().items().size();
        List<RatedItem> list = new ArrayList<>();
        for (int k = 0; k < Math.max(1, length); k++) {
            int item = (int) ((long) k * items / Math.max(1, length) + round) % items;
            list.add(new RatedItem(service.loaded().items().id(item), k % 2 == 0 ? 0 : 5 + k % 6));
        }
        return list;
    }

    private static Optional<String> problem(RecommendationService service, List<RatedItem> list) {
        Recommendations answer;
        try {
            answer = service.tryOut(Ask.of(list, 20).withReasons(10));
        } catch (RecommendException refused) {
            return Optional.of("it refuses a list of " + list.size() + " titles: " + refused.getMessage());
        } catch (RuntimeException broken) {
            return Optional.of("it fails on a list of " + list.size() + " titles: " + broken);
        }
        if (answer.cards().isEmpty()) {
            return Optional.of("it recommends nothing to a list of " + list.size() + " titles");
        }
        for (Card card : answer.cards()) {
            if (!Float.isFinite(card.score())) {
                return Optional.of("the score of \"" + card.title().name() + "\" is " + card.score());
            }
            double explained = card.reasons().map(reasons -> reasons.score()).orElse(0.0);
            if (!Double.isFinite(explained)) {
                return Optional.of("the reasons for \"" + card.title().name() + "\" sum to " + explained);
            }
        }
        return Optional.empty();
    }
}
