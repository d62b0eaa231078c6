/// Gradient-boosted trees grown by LightGBM and handed on as plain trees in flat arrays.
/// Start at [BoostedTreesTrainer]. It must not know what the features mean, nor files or stages.
@NullMarked
package io.osusume.boosting;

import org.jspecify.annotations.NullMarked;
