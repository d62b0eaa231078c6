/// A search for the settings of a model that complete lists best: random draws, most of them dropped early.
/// Start at [SuccessiveHalving]. It must not know a concrete model, what a setting means, or a command line.
@NullMarked
package io.osusume.tune;

import org.jspecify.annotations.NullMarked;
