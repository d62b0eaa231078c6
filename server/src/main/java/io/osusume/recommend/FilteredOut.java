package io.osusume.recommend;

import io.osusume.model.Ranking;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// What a filter took out of a page that was filled up with others.
record FilteredOut(Served served, AskedList list) {
    /// How many titles a filter took out that the model scores above the last one shown, by the first
    /// rule against each. What is on the list, or was turned down, is not counted.
    ///
    /// @param shown the page, and the pages before it
    /// @return by the name of the rule, in lower case
    Map<String, Integer> byRule(Ranking shown) {
        float[] byModel = list.modelScores();
        float[] wished = list.wishedScores();
        float least = shown.size() == 0 ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
        for (int rank = 0; rank < shown.size(); rank++) {
            least = Math.min(least, byModel[shown.index(rank)]);
        }
        IntFunction<@Nullable FilterRule> firstAgainst =
                served.filters().firstAgainst(list.ask().filter());
        EnumMap<FilterRule, Integer> counts = new EnumMap<>(FilterRule.class);
        for (int item = 0; item < byModel.length; item++) {
            if (byModel[item] > least && wished[item] == Float.NEGATIVE_INFINITY && !ofList(item)) {
                FilterRule rule = firstAgainst.apply(item);
                if (rule != null) {
                    counts.merge(rule, 1, Integer::sum);
                }
            }
        }
        Map<String, Integer> byRule = new HashMap<>();
        counts.forEach((rule, count) -> byRule.put(rule.name().toLowerCase(Locale.ROOT), count));
        return byRule;
    }

    private boolean ofList(int item) {
        return list.profile().contains(item)
                || list.ask().excluded().containsKey(served.loaded().items().id(item));
    }
}
