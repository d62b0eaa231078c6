/// Experiment tracking: every training, search, evaluation and pipeline leaves a [io.osusume.tracking.Run] on disk,
/// with
/// its parameters, metrics as they came, and what it made. Start at [io.osusume.tracking.RunStore], then
/// [io.osusume.tracking.OpenRun]. It must not know a concrete model, a network or a command line; who sends runs
/// elsewhere stands in the packages below it.
@NullMarked
package io.osusume.tracking;

import org.jspecify.annotations.NullMarked;
