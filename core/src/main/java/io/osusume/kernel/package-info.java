/// The numeric loops everything else stands on: vectors, dense matrices, work on several threads.
/// Start at [VectorMath]; the scalar implementation is the definition, the others must agree with it.
/// It must not know users, items or models.
@NullMarked
package io.osusume.kernel;

import org.jspecify.annotations.NullMarked;
