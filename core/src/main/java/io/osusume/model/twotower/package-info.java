/// The embedding net with a learned ranking loss: a list is the direction of the sum of its items'
/// embeddings, a softmax over all items says what else belongs to it. Start at
/// [io.osusume.model.twotower.TwoTowerTrainer], then [io.osusume.model.twotower.TwoTowerNet]. It must not
/// know files, catalogues, metrics of reports or web pages.
@NullMarked
package io.osusume.model.twotower;

import org.jspecify.annotations.NullMarked;
