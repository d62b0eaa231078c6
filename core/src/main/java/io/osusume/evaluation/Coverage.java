package io.osusume.evaluation;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;

/// Catalogue coverage: how many different items the top places of all users show, of all items there are.
///
/// ```
/// coverage@n = |union over users of their first n items| / items
/// ```
/// A property of the whole set of lists: it grows with the number of users and has no value for one user, therefore
/// no interval either. No user or no item: undefined.
///
/// Source: aggregate diversity in Adomavicius and Kwon, Improving aggregate recommendation diversity, 2012.
///
/// @param n list length, in [1, 100]
public record Coverage(int n) {
    /// What is reported.
    public static final Coverage REPORTED = new Coverage(10);

    public Coverage {
        Metric.checkLength(n);
    }

    /// The word in reports.
    public String name() {
        return "coverage@" + n;
    }

    /// The covered share of the catalogue.
    ///
    /// @param lists ranked item indices, best first, one list a user
    /// @param items how many items there are
    public OptionalDouble of(List<int[]> lists, int items) {
        if (lists.isEmpty() || items == 0) {
            return OptionalDouble.empty();
        }
        BitSet shown = new BitSet(items);
        for (int[] list : lists) {
            for (int rank = 0; rank < Math.min(n, list.length); rank++) {
                shown.set(list[rank]);
            }
        }
        return OptionalDouble.of((double) shown.cardinality() / items);
    }
}
