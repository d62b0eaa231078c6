package io.osusume.map;

import io.osusume.data.Title;
import java.util.List;

/// An area of the map, by the titles of it that are shown.
///
/// @param number of the area in the model's map
/// @param x the middle, in [-1, 1]
/// @param y the same, in [-1, 1]
/// @param titles how many are shown
/// @param words what stands out in it, the clearest first; none if nothing does
/// @param wellKnown some of its titles, those most people have first, one of each franchise
public record MapArea(int number, float x, float y, int titles, List<String> words, List<Title> wellKnown) {
    public MapArea {
        words = List.copyOf(words);
        wellKnown = List.copyOf(wellKnown);
    }
}
