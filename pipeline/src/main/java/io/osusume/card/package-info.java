/// The card of a version: what it is, what it was made from, how well it does for whom, what it is for and what not.
/// Start at [io.osusume.card.ModelCard]. It must not know the registry, a concrete model or a command line.
@NullMarked
package io.osusume.card;

import org.jspecify.annotations.NullMarked;
