package io.osusume.recommend;

import java.util.List;
import java.util.Set;

/// What a fan asks for.
///
/// @param watched the titles the fan has watched; of one that stands twice the last counts
/// @param excluded ids that must not be recommended though they are not watched, such as planned ones
/// @param adult true if titles of the class "Rx" may be recommended
/// @param n how many titles, at least 1
public record Wish(List<RatedItem> watched, Set<Long> excluded, boolean adult, int n) {
    public Wish {
        watched = List.copyOf(watched);
        excluded = Set.copyOf(excluded);
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
    }

    /// The usual wish: nothing excluded beside what is watched, no adult titles.
    public static Wish of(List<RatedItem> watched, int n) {
        return new Wish(watched, Set.of(), false, n);
    }
}
