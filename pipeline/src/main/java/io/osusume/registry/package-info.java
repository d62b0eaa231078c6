/// Model versions on disk: folders that never change, and aliases that name the one to serve and others.
/// Start at [ModelRegistry]. It must not know how a model was trained or who serves it.
@NullMarked
package io.osusume.registry;

import org.jspecify.annotations.NullMarked;
