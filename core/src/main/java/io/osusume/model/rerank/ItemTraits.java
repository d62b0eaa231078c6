package io.osusume.model.rerank;

import io.osusume.data.Franchises;
import io.osusume.data.ItemDistance;

/// What the steps between scoring and showing need to know of the items; made once a model.
///
/// @param franchises which items belong together
/// @param distance how unlike two items are
public record ItemTraits(PopularityScale popularity, Franchises franchises, ItemDistance distance) {}
