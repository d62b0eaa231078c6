/// The second stage: a raw folder becomes interactions, ids, a split and a catalogue that models can be trained on.
/// Start at [Prepare] and [PreparedData]. It must not know where the raw files came from or which model will use them.
@NullMarked
package io.osusume.prepare;

import org.jspecify.annotations.NullMarked;
