/// Reading rating rows: `user_id`, `anime_id`, `rating` out of a CSV file of 3 or more columns, and what is done about
/// bad rows. Start at [RatingParser]. It must not know where the file came from or what its rows are used for.
@NullMarked
package io.osusume.ratings;

import org.jspecify.annotations.NullMarked;
