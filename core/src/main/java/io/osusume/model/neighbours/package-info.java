/// Which users are alike, chosen by what predicts their held-out entries. Start at
/// [io.osusume.model.neighbours.ListNeighbours]. It must not know the families of recommenders.
@NullMarked
package io.osusume.model.neighbours;

import org.jspecify.annotations.NullMarked;
