package io.osusume.taste;

import java.util.List;
import java.util.Optional;

/// What a list says about its owner.
///
/// @param titles how many entries of the list the catalogue knows
/// @param facets one for each facet of which the list has favourites, in a fixed order
/// @param scores empty if nothing is scored that the community scores too
/// @param above what the fan rates further above the community than usual for the fan, the furthest first
/// @param below the same for further below
public record Taste(
        int titles,
        List<FacetTaste> facets,
        Optional<ScoreHabits> scores,
        List<ContrarianPick> above,
        List<ContrarianPick> below) {
    public Taste {
        facets = List.copyOf(facets);
        above = List.copyOf(above);
        below = List.copyOf(below);
    }
}
