package io.osusume.model.audience;

import io.osusume.data.Facet;

/// How much of one kind the users who have an item watch, beside all users.
///
/// @param word such as `Mecha` or `1990s`
/// @param share of what they have beside the item, the mean of their lists, in [0, 1]
/// @param usualShare the same of all users, more than 0
public record Leaning(Facet facet, String word, double share, double usualShare) {
    /// How many times as much as all users.
    public double lift() {
        return share / usualShare;
    }
}
