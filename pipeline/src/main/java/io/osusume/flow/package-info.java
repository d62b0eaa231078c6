/// A pipeline as data: stages that depend on each other through what they read and write, what changed
/// since each last
/// ran, and who runs them. Start at [Flow]. It must not know what a stage does: no data, no models, no
/// command line.
@NullMarked
package io.osusume.flow;

import org.jspecify.annotations.NullMarked;
