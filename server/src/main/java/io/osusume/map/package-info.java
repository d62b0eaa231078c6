/// The map of all titles as fans may see it: which titles of a model's map are shown, in which order, in which areas,
/// and where a fan's list lies on it. Start at [io.osusume.map.TitleMap]. It must not know HTTP, pages or how a map is
/// drawn.
@NullMarked
package io.osusume.map;

import org.jspecify.annotations.NullMarked;
