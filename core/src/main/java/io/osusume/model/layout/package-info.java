/// A map of all items in two dimensions, in which what a model finds alike lies close together, and names for its
/// areas. Start at [NeighbourLists], then [LayoutTrainer]; [Regions] names the areas.
/// It must not know a concrete model, files or pages.
@NullMarked
package io.osusume.model.layout;

import org.jspecify.annotations.NullMarked;
