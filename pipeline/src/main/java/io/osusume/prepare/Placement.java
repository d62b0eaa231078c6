package io.osusume.prepare;

import java.util.List;

/// Who is kept, and where each kept row goes.
final class Placement {
    private final long[] userIds;
    private final int[] offsets;
    private final List<int[]> starts;

    Placement(long[] userIds, int[] offsets, List<int[]> starts) {
        this.userIds = userIds;
        this.offsets = offsets;
        this.starts = starts;
    }

    /// Kept users, ascending; not a copy.
    long[] userIds() {
        return userIds;
    }

    /// The first position of each kept user's rows, and the number of all; not a copy.
    int[] offsets() {
        return offsets;
    }

    /// Where each user's first row of a part goes, or -1, in the order in which users appear in the part; the caller
    /// may use it up.
    int[] starts(int part) {
        return starts.get(part);
    }

    int rows() {
        return offsets[offsets.length - 1];
    }
}
