/// From ids of the outside world to titles with scores: recommendations and similar titles.
/// Start at [RecommendationService]. It must not know HTTP, pages, files or how a model was trained.
@NullMarked
package io.osusume.recommend;

import org.jspecify.annotations.NullMarked;
