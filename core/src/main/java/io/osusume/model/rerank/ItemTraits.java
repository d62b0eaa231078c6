package io.osusume.model.rerank;

import io.osusume.data.Franchises;
import io.osusume.data.ItemDistance;
import io.osusume.franchise.WatchingOrder;
import org.jspecify.annotations.Nullable;

/// What the steps between scoring and showing need to know of the items; made once a model.
///
/// @param franchises which items belong together
/// @param distance how unlike two items are
/// @param order in which the parts of franchises are watched, null if nobody asks for entry points
public record ItemTraits(
        PopularityScale popularity,
        Franchises franchises,
        ItemDistance distance,
        @Nullable WatchingOrder order) {
    /// Traits without an order of franchises.
    public ItemTraits(PopularityScale popularity, Franchises franchises, ItemDistance distance) {
        this(popularity, franchises, distance, null);
    }

    /// The same with an order of franchises.
    public ItemTraits with(WatchingOrder known) {
        return new ItemTraits(popularity, franchises, distance, known);
    }
}
