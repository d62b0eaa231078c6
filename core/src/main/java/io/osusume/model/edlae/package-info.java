/// The linear item-item model that does not overfit towards the identity, with a score that likes a
/// strong reason. Start at [Edlae] and [EdlaeTrainer]. It must not know the other families.
@NullMarked
package io.osusume.model.edlae;

import org.jspecify.annotations.NullMarked;
