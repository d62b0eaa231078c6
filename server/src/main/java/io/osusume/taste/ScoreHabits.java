package io.osusume.taste;

import java.util.List;
import java.util.OptionalDouble;

/// How a fan scores, beside the community's means of the very same titles.
///
/// @param scored how many titles both have scored
/// @param ownMean of the fan's scores of these, in [1, 10]
/// @param communityMean the mean of the community's means of these
/// @param own how many of these the fan gave each score: ten counts, that of score 1 first
/// @param community how many of these have a community mean that rounds to each score
/// @param agreement the correlation (Pearson) of both; empty below [#FEWEST_FOR_AGREEMENT] titles or where one side
///     does not vary
public record ScoreHabits(
        int scored,
        double ownMean,
        double communityMean,
        List<Integer> own,
        List<Integer> community,
        OptionalDouble agreement) {
    /// A correlation of fewer pairs says nothing.
    public static final int FEWEST_FOR_AGREEMENT = 10;

    public ScoreHabits {
        own = List.copyOf(own);
        community = List.copyOf(community);
    }
}
