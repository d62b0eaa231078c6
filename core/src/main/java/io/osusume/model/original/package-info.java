/// The functions around the net of the system this project replaces, each as it was, for comparison.
/// Start at [io.osusume.model.original.OriginalHybrid]. It must not know what replaced them.
@NullMarked
package io.osusume.model.original;

import org.jspecify.annotations.NullMarked;
