/// How good recommendations are: held-out users, ranking metrics, intervals and comparisons.
/// Start at [Evaluator]. It must not know a concrete model, only what [io.osusume.model.FoldIn] promises.
@NullMarked
package io.osusume.evaluation;

import org.jspecify.annotations.NullMarked;
