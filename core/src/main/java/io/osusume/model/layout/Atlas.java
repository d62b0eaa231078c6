package io.osusume.model.layout;

import io.osusume.data.ItemFacts;
import io.osusume.data.Tensors;
import io.osusume.kernel.Threads;
import io.osusume.model.SimilarItems;
import io.osusume.model.TrainingListener;
import java.util.Map;

/// A map that can be shown: where every item stands, and its areas twice, few for the whole and many for a closer
/// look. Immutable.
///
/// @param few at most [#FEW] areas
/// @param many at most [#MANY] areas
public record Atlas(Layout layout, Regions few, Regions many) {
    /// How many areas the whole map has at most.
    public static final int FEW = 14;

    /// How many areas a closer look has at most.
    public static final int MANY = 84;

    private static final int NEIGHBOURS = 15;
    private static final int ITEMS_PER_AREA = 60;
    private static final int ITEMS_PER_SMALL_AREA = 20;
    private static final int FEWEST = 3;
    private static final long SEED = 1;

    private static final String LAYOUT = "layout.";
    private static final String FEW_AREAS = "few.";
    private static final String MANY_AREAS = "many.";

    /// @throws IllegalArgumentException if the parts are about different numbers of items
    public Atlas {
        if (few.itemCount() != layout.itemCount() || many.itemCount() != layout.itemCount()) {
            throw new IllegalArgumentException("the areas are of " + few.itemCount() + " and " + many.itemCount()
                    + " items, the layout has " + layout.itemCount());
        }
    }

    /// Draws the map of a model: by what it finds alike, or by facts where it knows nothing of an item.
    ///
    /// @param byFacts asked about items of which the model knows none that is alike
    public static Atlas of(
            SimilarItems model, SimilarItems byFacts, ItemFacts facts, Threads threads, TrainingListener listener) {
        listener.progress("map: asking who is like whom", 0);
        NeighbourLists lists =
                NeighbourLists.of(model, facts.itemCount(), NEIGHBOURS, threads).filledFrom(byFacts, threads);
        return of(LayoutTrainer.defaults().train(lists, threads, listener), facts);
    }

    /// Finds and names the areas of a layout.
    public static Atlas of(Layout layout, ItemFacts facts) {
        int items = layout.itemCount();
        int few = Math.clamp(items / ITEMS_PER_AREA, FEWEST, FEW);
        int many = Math.clamp(items / ITEMS_PER_SMALL_AREA, few, MANY);
        return new Atlas(layout, Regions.of(layout, facts, few, SEED), Regions.of(layout, facts, many, SEED));
    }

    /// Restores a map.
    ///
    /// @param state what [#state()] gave
    /// @throws java.util.NoSuchElementException if it is not the state of a map
    /// @throws IllegalArgumentException if its parts do not fit each other
    public static Atlas of(Tensors state) {
        return new Atlas(
                Layout.of(state.under(LAYOUT)),
                Regions.of(state.under(FEW_AREAS)),
                Regions.of(state.under(MANY_AREAS)));
    }

    /// Everything needed to restore the map; shares its arrays.
    public Tensors state() {
        return Tensors.of(Map.of())
                .withAll(LAYOUT, layout.state())
                .withAll(FEW_AREAS, few.state())
                .withAll(MANY_AREAS, many.state());
    }

    public int itemCount() {
        return layout.itemCount();
    }
}
