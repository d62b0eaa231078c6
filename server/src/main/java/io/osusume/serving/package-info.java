/// Which model is served at this moment: the champion of the registry, loaded, tested and warmed up beside the running
/// one, then swapped in between two requests. Start at [io.osusume.serving.ChampionWatch]. It must not know HTTP or
/// pages.
@NullMarked
package io.osusume.serving;

import org.jspecify.annotations.NullMarked;
