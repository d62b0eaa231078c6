/// Matrix factorization of implicit feedback by alternating least squares.
/// Start at [ImplicitAlsTrainer]. It must not know the other families.
@NullMarked
package io.osusume.model.als;

import org.jspecify.annotations.NullMarked;
