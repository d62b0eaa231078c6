/// Rankers: what turns the features of a candidate into the log-odds that it belongs to the list, and
/// why.
/// Start at [Ranker] and [RankerTrainer]. It must not know what the features mean, nor any library that
/// grows trees.
@NullMarked
package io.osusume.model.rank;

import org.jspecify.annotations.NullMarked;
