/// What the models learn from: interactions of users with items, profiles, ids, the catalogue and named tensors.
/// Start at [Interactions]. It must not know a file, a model or a metric.
@NullMarked
package io.osusume.data;

import org.jspecify.annotations.NullMarked;
