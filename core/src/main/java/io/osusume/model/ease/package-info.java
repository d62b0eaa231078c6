/// The linear item-item model whose weights have a closed form: one inverse of the co-occurrence matrix.
/// Start at [Ease] and [EaseTrainer]. It must not know the other families.
@NullMarked
package io.osusume.model.ease;

import org.jspecify.annotations.NullMarked;
