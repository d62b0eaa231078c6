/// Model versions on disk: folders that never change, and the alias `champion` that names the one to serve.
/// Start at [ModelRegistry]. It must not know how a model was trained or who serves it.
@NullMarked
package io.osusume.registry;

import org.jspecify.annotations.NullMarked;
