package io.osusume.model.layout;

import java.util.List;

/// An area of the map.
///
/// @param x the middle of its items, in [-1, 1]
/// @param y the same, in [-1, 1]
/// @param radius the distance within which two thirds of its items lie from the middle
/// @param itemCount how many items lie in it, at least 1
/// @param words what stands out in it, the clearest first: genres, studios, decades; none if nothing
///     does
public record Region(float x, float y, float radius, int itemCount, List<String> words) {
    public Region {
        words = List.copyOf(words);
    }
}
