/// Recommendations from facts alone: what a title is made of, and what its synopsis says, not who watched it.
/// Start at [Content] and [ContentTrainer]. It must not know the other families, nor where embeddings come from.
@NullMarked
package io.osusume.model.content;

import org.jspecify.annotations.NullMarked;
