package io.osusume.model.hybrid;

import io.osusume.model.ItemWeights;
import java.util.BitSet;
import java.util.function.IntToDoubleFunction;

/// How many others each item keeps of all pairs.
///
/// @param byWeight those of the largest weights in either direction of the sign, in [1, 65,536]
/// @param byUsers those it has most users in common with, in [1, 65,536]
public record NeighbourLimits(int byWeight, int byUsers) {
    /// As good as all pairs on the validation users of 5,000 real lists.
    public static final NeighbourLimits DEFAULT = new NeighbourLimits(512, 1024);

    public NeighbourLimits {
        check("neighbours-by-weight", byWeight);
        check("neighbours-by-users", byUsers);
    }

    private static void check(String name, int limit) {
        if (limit < 1 || limit > 65_536) {
            throw new IllegalArgumentException(name + " must be in [1, 65536], was " + limit);
        }
    }

    /// The items kept of an item's row for their weight, ascending; of equals the first.
    int[] byWeight(int from, ItemWeights weights, int n) {
        BitSet kept = new BitSet(n);
        keep(n, byWeight, to -> Math.abs((int) weights.steps(from, to)), kept);
        return kept.stream().toArray();
    }

    /// The items kept of an item's row for the users in common that are not among others, ascending; of equals the
    /// first.
    int[] byUsersAlone(int from, int[] others, Overlaps overlaps, int[] users) {
        BitSet kept = new BitSet(users.length);
        keep(
                users.length,
                byUsers,
                to -> to == from ? 0 : overlaps.share(overlaps.row(from), to) * Math.min(users[from], users[to]),
                kept);
        for (int other : others) {
            kept.clear(other);
        }
        return kept.stream().toArray();
    }

    /// Adds the `limit` largest that are above 0.
    private static void keep(int n, int limit, IntToDoubleFunction size, BitSet kept) {
        float[] sizes = new float[n];
        for (int to = 0; to < n; to++) {
            sizes[to] = (float) size.applyAsDouble(to);
        }
        float least = limit >= n ? 0 : Selection.largest(sizes.clone(), limit);
        int ties = limit;
        for (int to = 0; to < n; to++) {
            ties -= sizes[to] > least ? 1 : 0;
        }
        for (int to = 0; to < n; to++) {
            boolean tie = sizes[to] == least && least > 0 && ties > 0;
            if (sizes[to] > Math.max(least, 0) || tie) {
                kept.set(to);
                ties -= tie ? 1 : 0;
            }
        }
    }
}
