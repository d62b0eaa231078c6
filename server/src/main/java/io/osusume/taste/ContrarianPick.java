package io.osusume.taste;

import io.osusume.data.Title;

/// A title a fan sees otherwise than the community.
///
/// @param rating what the fan gave it, in [1, 10]
/// @param difference how much more (or less, when negative) above the community's mean it is rated than the fan's
///     scored titles are on average
public record ContrarianPick(Title title, int rating, double difference) {}
