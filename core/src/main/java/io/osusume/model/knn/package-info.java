/// Item-based nearest neighbours: an item is scored by how alike it is to what the user has.
/// Start at [ItemKnn]. It must not know the other families.
@NullMarked
package io.osusume.model.knn;

import org.jspecify.annotations.NullMarked;
