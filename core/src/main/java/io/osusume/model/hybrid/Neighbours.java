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
/// pairs count as nothing. With the defaults that is a tenth of the memory and of the time of all pairs, and costs
/// nothing that can be measured (docs/decisions/0009-neighbours.md). A weight is a whole number of 16 bits times the
/// scale of its row; the users in common are a 65,535th of the smaller item's. The arrays may lie in a mapped file.
///
/// Shape: item `i` owns the places `begin(i)` to `end(i)` (exclusive), their items ascending.
final class Neighbours {
    private static final String BEGINS = "neighbours.begins";
    private static final String ITEMS = "neighbours.items";
    private static final String WEIGHTS = "neighbours.weights";
    private static final String SCALES = "neighbours.scales";
    private static final String SHARES = "neighbours.shares";
    private static final float STEPS = 65_535;
    private static final int MOST_ITEMS = 65_536;

    private final int[] begins;
    private final MemorySegment items;
    private final MemorySegment weights;
    private final float[] scales;
    private final MemorySegment shares;

    private Neighbours(int[] begins, MemorySegment items, MemorySegment weights, float[] scales, MemorySegment shares) {
        this.begins = begins;
        this.items = items;
        this.weights = weights;
        this.scales = scales;
        this.shares = shares;
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
        int[][] kept = new int[n][];
        threads.run(n, from -> kept[from] = limits.kept(from, all, overlaps, users));
        int[] begins = new int[n + 1];
        for (int from = 0; from < n; from++) {
            begins[from + 1] = Math.addExact(begins[from], kept[from].length);
        }
        short[] items = new short[begins[n]];
        short[] weights = new short[begins[n]];
        short[] shares = new short[begins[n]];
        float[] scales = new float[n];
        threads.run(n, from -> {
            scales[from] = all.scale(from);
            for (int k = 0; k < kept[from].length; k++) {
                int place = begins[from] + k;
                int to = kept[from][k];
                items[place] = (short) to;
                weights[place] = all.steps(from, to);
                shares[place] = overlaps.steps(from, to);
            }
        });
        return new Neighbours(
                begins,
                MemorySegment.ofArray(items),
                MemorySegment.ofArray(weights),
                scales,
                MemorySegment.ofArray(shares));
    }

    /// The neighbours a model's state holds.
    ///
    /// @throws IllegalArgumentException if they do not fit the number of items
    static Neighbours of(Tensors state, int n) {
        int[] begins = state.ints(BEGINS, n + 1);
        int size = begins[n];
        return new Neighbours(
                begins,
                state.segment(ITEMS, size),
                state.segment(WEIGHTS, size),
                state.floats(SCALES, n),
                state.segment(SHARES, size));
    }

    /// A model's state and these neighbours, which share their arrays.
    Tensors addedTo(Tensors state) {
        int size = begins[begins.length - 1];
        return state.with(BEGINS, Tensor.of(begins, begins.length))
                .with(ITEMS, Tensor.of(items, size))
                .with(WEIGHTS, Tensor.of(weights, size))
                .with(SCALES, Tensor.of(scales, scales.length))
                .with(SHARES, Tensor.of(shares, size));
    }

    /// Where the neighbours of an item begin.
    int begin(int item) {
        return begins[item];
    }

    /// The place after the last neighbour of an item.
    int end(int item) {
        return begins[item + 1];
    }

    int item(int place) {
        return items.get(Tensor.SHORT, (long) place << 1) & 0xffff;
    }

    /// A weight in the steps of its row.
    int steps(int place) {
        return weights.get(Tensor.SHORT, (long) place << 1);
    }

    /// What a step is worth in an item's row.
    float scale(int item) {
        return scales[item];
    }

    /// The users in common as a share of the smaller item's, in [0, 1].
    float share(int place) {
        return (shares.get(Tensor.SHORT, (long) place << 1) & 0xffff) * (1 / STEPS);
    }

    /// The place of a pair, negative if it is not kept.
    int place(int from, int to) {
        int low = begins[from];
        int high = begins[from + 1] - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = item(middle);
            if (found < to) {
                low = middle + 1;
            } else if (found > to) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -1;
    }

    /// The weight from an item the user has to the item that is scored, 0 where it is not kept.
    float weight(int from, int to) {
        int place = place(from, to);
        return place < 0 ? 0 : scales[from] * steps(place);
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
    /// ones.
    ///
    /// @param sums `itemCount` long, overwritten
    /// @param squares `itemCount` long, overwritten
    void sum(Profile profile, float[] sums, float[] squares) {
        Arrays.fill(sums, 0);
        Arrays.fill(squares, 0);
        for (int entry = 0; entry < profile.size(); entry++) {
            int from = profile.item(entry);
            float scale = scales[from];
            int end = begins[from + 1];
            for (int place = begins[from]; place < end; place++) {
                int to = item(place);
                float weight = scale * steps(place);
                float positive = Math.max(weight, 0);
                sums[to] += weight;
                squares[to] += positive * positive;
            }
        }
    }

    /// The items most alike with one; see [ItemWeights#similarItems(int, int)].
    Ranking similarItems(int item, int n) {
        float[] similarities = new float[scales.length];
        for (int place = begins[item]; place < begins[item + 1]; place++) {
            int other = item(place);
            similarities[other] = ItemWeights.similarity(scales[item] * steps(place), weight(other, item));
        }
        return Ranking.best(similarities, new int[] {item}, n);
    }
}
