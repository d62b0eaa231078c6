/// The floor every other model must beat: everybody gets what most users have.
/// Start at [Popularity]. It must not know the other families.
@NullMarked
package io.osusume.model.popularity;

import org.jspecify.annotations.NullMarked;
