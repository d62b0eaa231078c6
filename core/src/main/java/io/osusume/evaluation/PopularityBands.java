package io.osusume.evaluation;

import java.util.Arrays;
import java.util.List;

/// Items in three bands by how many training users have them, cut so that each band holds about a third
/// of the held-out **entries** (not of the items: the tail has most of those). Immutable; it owns its
/// arrays.
///
/// The cuts are the 1/3 and 2/3 quantiles of the counts of all held-out entries, with straight lines
/// between neighbours; a count equal to a cut belongs to the band below.
public final class PopularityBands {
    /// The names of the bands, the least popular first.
    public static final List<String> NAMES = List.of("tail", "middle", "head");

    private final byte[] bandOfItem;
    private final int[] highest;

    private PopularityBands(byte[] bandOfItem, int[] highest) {
        this.bandOfItem = bandOfItem;
        this.highest = highest;
    }

    /// The bands of some users' held-out entries.
    ///
    /// @param counts how many training users have each item; read, not kept
    /// @param users at least one
    public static PopularityBands thirds(int[] counts, List<HeldOutUser> users) {
        double[] entries = users.stream()
                .flatMapToInt(user -> Arrays.stream(user.heldOut()))
                .mapToDouble(item -> counts[item])
                .sorted()
                .toArray();
        if (entries.length == 0) {
            throw new IllegalArgumentException("popularity bands need users with held-out entries, there were none");
        }
        double lower = Bootstrap.quantile(entries, 1 / 3.0);
        double upper = Bootstrap.quantile(entries, 2 / 3.0);
        byte[] bands = new byte[counts.length];
        for (int item = 0; item < bands.length; item++) {
            bands[item] = (byte) (counts[item] <= lower ? 0 : counts[item] <= upper ? 1 : 2);
        }
        int most = Arrays.stream(counts).max().orElse(0);
        return new PopularityBands(bands, new int[] {(int) lower, (int) upper, most});
    }

    /// The band of an item, an index into [#NAMES].
    public int of(int item) {
        return bandOfItem[item];
    }

    /// The highest count an item of a band can have.
    public int highest(int band) {
        return highest[band];
    }

    /// How many items a band has.
    public int items(int band) {
        int items = 0;
        for (byte each : bandOfItem) {
            items += each == band ? 1 : 0;
        }
        return items;
    }
}
