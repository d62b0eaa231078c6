/// What score a user would give a title: a task of its own, since what is watched says little about how it
/// is liked. Start at [io.osusume.model.rating.DampedMeans], which is hard to beat, then
/// [io.osusume.model.rating.RatingRegression], which does. It must not know the families that rank.
@NullMarked
package io.osusume.model.rating;

import org.jspecify.annotations.NullMarked;
