package io.osusume.recommend;

import io.osusume.model.rerank.FranchiseRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a fan asks for.
///
/// @param watched the titles the fan has watched; of one that stands twice the last counts
/// @param excluded titles that are not to come though they are not watched, by id
/// @param filter which titles may come
/// @param franchises how the parts of a franchise come
/// @param popularity in [-1, 1]: -1 hidden gems, 0 as the model has it, 1 popular
/// @param variety in [0, 1]: 0 as the model has it, 1 as different from one another as can be
/// @param skip how many of the best are left out, at least 0: the pages before
/// @param n how many titles, at least 1
/// @param explained how many of them come with reasons, from the first on
public record Ask(
        List<RatedItem> watched,
        Map<Long, Exclusion> excluded,
        Filter filter,
        FranchiseRule franchises,
        double popularity,
        double variety,
        int skip,
        int n,
        int explained) {
    public Ask {
        watched = List.copyOf(watched);
        excluded = Map.copyOf(excluded);
        if (!(popularity >= -1 && popularity <= 1)) {
            throw new IllegalArgumentException("popularity must be in [-1, 1], was " + popularity);
        }
        if (!(variety >= 0 && variety <= 1)) {
            throw new IllegalArgumentException("variety must be in [0, 1], was " + variety);
        }
        if (skip < 0) {
            throw new IllegalArgumentException("skip must not be negative, was " + skip);
        }
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        if (explained < 0) {
            throw new IllegalArgumentException("explained must not be negative, was " + explained);
        }
    }

    /// The usual: nothing excluded beside what is watched, the usual filter, one card a franchise, no reasons.
    public static Ask of(List<RatedItem> watched, int n) {
        return new Ask(watched, Map.of(), Filter.USUAL, FranchiseRule.ENTRY_POINT, 0, 0, 0, n, 0);
    }

    /// The same with another list, such as one with a title more.
    public Ask withWatched(List<RatedItem> others) {
        return new Ask(others, excluded, filter, franchises, popularity, variety, skip, n, explained);
    }

    /// The same with more titles that are not to come.
    public Ask withExcluded(Map<Long, Exclusion> more) {
        Map<Long, Exclusion> all = new LinkedHashMap<>(excluded);
        all.putAll(more);
        return new Ask(watched, all, filter, franchises, popularity, variety, skip, n, explained);
    }

    /// The same with another filter.
    public Ask withFilter(Filter other) {
        return new Ask(watched, excluded, other, franchises, popularity, variety, skip, n, explained);
    }

    /// The same with another rule for franchises.
    public Ask withFranchises(FranchiseRule rule) {
        return new Ask(watched, excluded, filter, rule, popularity, variety, skip, n, explained);
    }

    /// The same on another page.
    public Ask page(int first, int length) {
        return new Ask(watched, excluded, filter, franchises, popularity, variety, first, length, explained);
    }

    /// The same with reasons for the first few.
    public Ask withReasons(int count) {
        return new Ask(watched, excluded, filter, franchises, popularity, variety, skip, n, count);
    }
}
