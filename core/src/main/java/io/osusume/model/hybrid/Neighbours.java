package io.osusume.model.hybrid;

import io.osusume.data.Profile;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.kernel.Threads;
import io.osusume.model.ItemWeights;
import io.osusume.model.Ranking;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// The other items that each item says most about: the weight of the linear model and how many users both have.
///
/// Kept of each item's row are the items of the largest weights and those it has most users in common with; all other
/// pairs count as nothing, and so do the weights of pairs that are kept for their users alone. With the defaults that
/// is a tenth of the memory and of the time of all pairs, and costs nothing that can be measured
/// (docs/decisions/0009-neighbours.md). A weight is a whole number of 16 bits times the scale of its row; the users in
/// common are a 65,535th of the smaller item's.
///
/// Shape: item `i` owns the numbers `begins[i]` to `begins[i + 1]` (exclusive). With `w` neighbours that have a weight
/// they are `w` weights in steps of the row's scale and `w` items, ascending, which is what a sum goes through; then
/// what [NeighbourRow] finds the neighbours among given items with. They may lie in a mapped file; whoever goes through
/// many of them copies a row first, because a loop over an array is several times as fast as one over a mapped segment.
final class Neighbours {
    private static final String BEGINS = "neighbours.row-begins";
    private static final String WEIGHTED = "neighbours.weighted";
    private static final String SCALES = "neighbours.scales";
    private static final String ROWS = "neighbours.packed";
    private static final int MOST_ITEMS = 65_536;

    private final int[] begins;
    private final int[] weighted; // how many of an item's neighbours are kept for their weight
    private final float[] scales;
    private final MemorySegment rows;
    private final int longest;

    private Neighbours(int[] begins, int[] weighted, float[] scales, MemorySegment rows) {
        this.begins = begins;
        this.weighted = weighted;
        this.scales = scales;
        this.rows = rows;
        int most = 0;
        for (int item = 0; item < weighted.length; item++) {
            most = Math.max(most, begins[item + 1] - begins[item]);
        }
        this.longest = most;
    }

    /// The neighbours of a linear model.
    ///
    /// @param overlaps the users in common of all pairs
    /// @param users how many each item has
    /// @throws IllegalArgumentException if there are more than 65,536 items
    static Neighbours of(ItemWeights all, Overlaps overlaps, int[] users, NeighbourLimits limits, Threads threads) {
        int n = users.length;
        if (n > MOST_ITEMS) {
            throw new IllegalArgumentException(
                    "the hybrid can hold at most " + MOST_ITEMS + " items, found " + n + "; drop those few have");
        }
        int[][] byWeight = new int[n][];
        int[][] byUsersAlone = new int[n][];
        threads.run(n, from -> {
            byWeight[from] = limits.byWeight(from, all, n);
            byUsersAlone[from] = limits.byUsersAlone(from, byWeight[from], overlaps, users);
        });
        int[] begins = new int[n + 1];
        int[] weighted = new int[n];
        for (int from = 0; from < n; from++) {
            weighted[from] = byWeight[from].length;
            int length = 2 * weighted[from] + NeighbourRow.length(n, weighted[from] + byUsersAlone[from].length);
            begins[from + 1] = Math.addExact(begins[from], length);
        }
        short[] numbers = new short[begins[n]];
        float[] scales = new float[n];
        threads.run(n, from -> {
            scales[from] = all.scale(from);
            for (int k = 0; k < weighted[from]; k++) {
                numbers[begins[from] + k] = all.steps(from, byWeight[from][k]);
                numbers[begins[from] + weighted[from] + k] = (short) byWeight[from][k];
            }
            NeighbourRow.lay(
                    n,
                    merged(byWeight[from], byUsersAlone[from]),
                    to -> overlaps.steps(from, to),
                    to -> Arrays.binarySearch(byWeight[from], to) < 0 ? 0 : all.steps(from, to),
                    numbers,
                    begins[from] + 2 * weighted[from]);
        });
        return new Neighbours(begins, weighted, scales, MemorySegment.ofArray(numbers));
    }

    private static int[] merged(int[] some, int[] others) {
        int[] all = Arrays.copyOf(some, some.length + others.length);
        System.arraycopy(others, 0, all, some.length, others.length);
        Arrays.sort(all);
        return all;
    }

    /// The neighbours a model's state holds.
    ///
    /// @throws IllegalArgumentException if they do not fit the number of items, or an earlier version laid them
    /// otherwise
    static Neighbours of(Tensors state, int n) {
        if (!state.byName().containsKey(ROWS)) {
            throw new IllegalArgumentException("a hybrid's state must have a tensor '" + ROWS
                    + "', found none: the model is of an earlier version; train it again");
        }
        int[] begins = state.ints(BEGINS, n + 1);
        return new Neighbours(begins, state.ints(WEIGHTED, n), state.floats(SCALES, n), state.segment(ROWS, begins[n]));
    }

    /// A model's state and these neighbours, which share their arrays.
    Tensors addedTo(Tensors state) {
        return state.with(BEGINS, Tensor.of(begins, begins.length))
                .with(WEIGHTED, Tensor.of(weighted, weighted.length))
                .with(SCALES, Tensor.of(scales, scales.length))
                .with(ROWS, Tensor.of(rows, begins[begins.length - 1]));
    }

    /// Room for any item's neighbours.
    ///
    /// @param sought how many items may be looked for among them at once
    NeighbourRow row(int sought) {
        return new NeighbourRow(scales.length, longest, sought);
    }

    /// Reads an item's neighbours, with all that is kept of them.
    void read(int item, NeighbourRow into) {
        int begin = begins[item] + 2 * weighted[item];
        into.read(rows, begin, begins[item + 1] - begin, scales[item]);
    }

    /// Copies the weights and items a sum goes through.
    private void copyWeighted(int item, short[] into) {
        MemorySegment.copy(rows, Tensor.SHORT, (long) begins[item] * Short.BYTES, into, 0, 2 * weighted[item]);
    }

    /// How many neighbours an item has.
    int size(int item) {
        return NeighbourRow.size(scales.length, begins[item + 1] - begins[item] - 2 * weighted[item]);
    }

    /// The weight from an item the user has to the item that is scored, 0 where it is not kept.
    float weight(int from, int to) {
        int count = weighted[from];
        long begin = begins[from];
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = number(begin + count + middle) & 0xffff;
            if (found < to) {
                low = middle + 1;
            } else if (found > to) {
                high = middle - 1;
            } else {
                return scales[from] * number(begin + middle);
            }
        }
        return 0;
    }

    private short number(long place) {
        return rows.get(Tensor.SHORT, place * Short.BYTES);
    }

    /// The weights that lead to an item from the entries of a profile.
    float[] contributions(Profile profile, int item) {
        float[] contributions = new float[profile.size()];
        for (int entry = 0; entry < contributions.length; entry++) {
            contributions[entry] = weight(profile.item(entry), item);
        }
        return contributions;
    }

    /// For every item the sum of the weights that lead to it from a profile and that of the squares of the positive
    /// ones, side by side, so that both lie in one line of the cache.
    ///
    /// @param sums twice `itemCount` long, overwritten: of item `i` the sum at `2 * i`, the squares behind it
    void sum(Profile profile, float[] sums) {
        Arrays.fill(sums, 0);
        short[] numbers = new short[longest];
        for (int entry = 0; entry < profile.size(); entry++) {
            int from = profile.item(entry);
            int count = weighted[from];
            copyWeighted(from, numbers);
            float scale = scales[from];
            for (int k = 0; k < count; k++) {
                int to = (numbers[count + k] & 0xffff) << 1;
                float positive = scale * Math.max(numbers[k], 0); // of whole numbers it needs no branch
                sums[to] += scale * numbers[k];
                sums[to + 1] += positive * positive;
            }
        }
    }

    /// The items most alike with one; see [ItemWeights#similarItems(int, int)].
    Ranking similarItems(int item, int n) {
        short[] numbers = new short[longest];
        copyWeighted(item, numbers);
        int count = weighted[item];
        float[] similarities = new float[scales.length];
        for (int k = 0; k < count; k++) {
            int other = numbers[count + k] & 0xffff;
            similarities[other] = ItemWeights.similarity(scales[item] * numbers[k], weight(other, item));
        }
        return Ranking.best(similarities, new int[] {item}, n);
    }
}
