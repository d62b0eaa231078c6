package io.osusume.evaluation;

import org.jspecify.annotations.Nullable;

/// How well the items of one popularity band are found.
///
/// @param band one of [PopularityBands#NAMES]
/// @param highestCount the highest number of training users an item of the band can have
/// @param items of the catalogue in the band
/// @param heldOut entries in the band
/// @param recall the share of those that stand among the first 20 of their user: hits of all users
///     over entries of all users; the interval is of users drawn again; null without an entry
/// @param shown the share of all the first 20 places that items of the band have, in [0, 1]
public record BandFigures(
        String band,
        int highestCount,
        int items,
        long heldOut,
        @Nullable Estimate recall,
        double shown) {
    /// How many places are looked at.
    public static final int N = 20;
}
