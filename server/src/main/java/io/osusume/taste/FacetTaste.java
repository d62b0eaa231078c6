package io.osusume.taste;

import io.osusume.data.Facet;
import io.osusume.model.taste.Habit;
import java.util.List;

/// The words of one facet a list stands out by.
///
/// @param favourites what the list has more of than all lists together, or rates higher, the fondest first
/// @param rarer what the list has clearly less of, the rarest first
public record FacetTaste(Facet facet, List<Habit> favourites, List<Habit> rarer) {
    public FacetTaste {
        favourites = List.copyOf(favourites);
        rarer = List.copyOf(rarer);
    }
}
