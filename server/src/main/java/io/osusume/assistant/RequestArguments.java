package io.osusume.assistant;

import io.osusume.data.AgeRating;
import io.osusume.model.rerank.FranchiseRule;
import io.osusume.recommend.Filter;
import io.osusume.schema.EnumWords;
import io.osusume.understand.Request;
import io.osusume.understand.Want;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts a request that rules have understood into the arguments of [RecommendTool].
final class RequestArguments {
    private RequestArguments() {}

    static Map<String, Object> of(Request request, Fan fan) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        Filter filter = request.filter();
        if (request.want() == Want.SIMILAR) {
            words("like", request.itemIds(), arguments);
        }
        if (request.want() == Want.DESCRIBE) {
            arguments.put("description", request.description());
        }
        words("types", filter.types().stream().map(EnumWords::of).toList(), arguments);
        words("genres", filter.genres(), arguments);
        words("withoutGenres", filter.withoutGenres(), arguments);
        number("fromYear", filter.fromYear(), arguments);
        number("toYear", filter.toYear(), arguments);
        number("minEpisodes", filter.minEpisodes(), arguments);
        number("maxEpisodes", filter.maxEpisodes(), arguments);
        number("maxMinutes", filter.maxMinutes(), arguments);
        words("sources", filter.sources(), arguments);
        number("minMembers", filter.minMembers(), arguments);
        if (!Double.isNaN(filter.minScore())) {
            arguments.put("minScore", filter.minScore());
        }
        if (filter.unaired()) {
            arguments.put("unaired", true);
        }
        if (filter.oldest().compareTo(AgeRating.MILD_NUDITY) < 0) {
            arguments.put("age", EnumWords.of(filter.oldest()));
        }
        if (request.franchises() != FranchiseRule.ENTRY_POINT) {
            arguments.put("franchises", EnumWords.of(request.franchises()));
        }
        arguments.put("popularity", request.popularity());
        arguments.put("variety", request.variety());
        number("skip", request.skip(), arguments);
        number("n", Math.min(20, request.count()), arguments);
        return arguments;
    }

    private static void words(String name, Collection<?> words, Map<String, Object> arguments) {
        if (!words.isEmpty()) {
            List<Object> all = new ArrayList<>(words);
            arguments.put(name, all);
        }
    }

    private static void number(String name, int number, Map<String, Object> arguments) {
        if (number > 0) {
            arguments.put(name, number);
        }
    }
}
