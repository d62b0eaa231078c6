package io.osusume.model;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.VectorMath;
import java.util.Arrays;

/// What having one item says about another, for all pairs of items: the weights of a linear item-item
/// model.
///
/// Shape: `itemCount` x `itemCount` row-major. Row `i` holds what having item `i` says about every
/// other item, in both directions; the diagonal is 0. A weight is a whole number of 16 bits times the
/// scale of its row, so that it is off by at most a 65,534th of the largest in its row: half the memory
/// of floats, and half the time to go through it. This class owns its arrays; [ClosedForm] makes it.
public final class ItemWeights {
    private static final String STEPS = "weights";
    private static final String SCALES = "scales";
    private static final int MOST = Short.MAX_VALUE;
    private static final int ROWS_PER_TASK = 64;
    private static final int BLOCK = 4096; // items whose sums and squares stay in the first-level cache

    private final int itemCount;
    private final short[] steps;
    private final float[] scales;
    private final VectorMath vectors;

    private ItemWeights(int itemCount, short[] steps, float[] scales, VectorMath vectors) {
        this.itemCount = itemCount;
        this.steps = steps;
        this.scales = scales;
        this.vectors = vectors;
    }

    /// The nearest that 16 bits can say to the given weights.
    ///
    /// @param weights `itemCount` x `itemCount` row-major, all finite; read, not kept
    static ItemWeights rounded(int itemCount, float[] weights, Kernels kernels) {
        short[] steps = new short[weights.length];
        float[] scales = new float[itemCount];
        kernels.threads().run((itemCount + ROWS_PER_TASK - 1) / ROWS_PER_TASK, task -> {
            int end = Math.min(itemCount, (task + 1) * ROWS_PER_TASK);
            for (int row = task * ROWS_PER_TASK; row < end; row++) {
                scales[row] = round(weights, row * itemCount, itemCount, steps);
            }
        });
        return new ItemWeights(itemCount, steps, scales, kernels.vectors());
    }

    private static float round(float[] weights, int offset, int n, short[] steps) {
        float largest = 0;
        for (int k = 0; k < n; k++) {
            largest = Math.max(largest, Math.abs(weights[offset + k]));
        }
        float scale = largest / MOST;
        for (int k = 0; k < n && scale > 0; k++) {
            steps[offset + k] = (short) Math.round(weights[offset + k] / scale);
        }
        return scale;
    }

    /// The weights a model's state holds.
    ///
    /// @throws IllegalArgumentException if they do not fit the training data
    public static ItemWeights of(Tensors state, Interactions training, VectorMath vectors) {
        int n = training.itemCount();
        return new ItemWeights(n, state.shorts(STEPS, n, n), state.floats(SCALES, n), vectors);
    }

    /// A model's state and these weights, which share their arrays.
    public Tensors addedTo(Tensors state) {
        return state.with(STEPS, Tensor.of(steps, itemCount, itemCount)).with(SCALES, Tensor.of(scales, itemCount));
    }

    /// The weight from an item the user has to the item that is scored; 0 where they are the same.
    public float weight(int from, int to) {
        return scales[from] * steps[from * itemCount + to];
    }

    /// A weight in the steps of its row.
    public short steps(int from, int to) {
        return steps[from * itemCount + to];
    }

    /// What a step is worth in the row of an item.
    public float scale(int from) {
        return scales[from];
    }

    /// The linear score of every item: the sum of the weights that lead to it from the items of a profile.
    ///
    /// @param sums `itemCount` long, overwritten
    public void sum(Profile profile, float[] sums) {
        Arrays.fill(sums, 0);
        for (int begin = 0; begin < itemCount; begin += BLOCK) {
            int length = Math.min(BLOCK, itemCount - begin);
            for (int entry = 0; entry < profile.size(); entry++) {
                int item = profile.item(entry);
                vectors.addScaled(scales[item], steps, item * itemCount + begin, sums, begin, length);
            }
        }
    }

    /// [#sum(Profile, float\[\])] where the weights that lead from an item of the profile are multiplied
    /// with a factor of its own.
    ///
    /// @param factors one an entry of the profile
    /// @param sums `itemCount` long, overwritten
    public void weightedSum(Profile profile, float[] factors, float[] sums) {
        Arrays.fill(sums, 0);
        for (int entry = 0; entry < profile.size(); entry++) {
            int item = profile.item(entry);
            vectors.addScaled(factors[entry] * scales[item], steps, item * itemCount, sums, 0, itemCount);
        }
    }

    /// [#sum(Profile, float\[\])] and, in the same pass, the sums of the squares of the positive weights.
    ///
    /// @param sums `itemCount` long, overwritten
    /// @param squares `itemCount` long, overwritten
    public void sum(Profile profile, float[] sums, float[] squares) {
        Arrays.fill(sums, 0);
        Arrays.fill(squares, 0);
        for (int begin = 0; begin < itemCount; begin += BLOCK) {
            int length = Math.min(BLOCK, itemCount - begin);
            for (int entry = 0; entry < profile.size(); entry++) {
                int item = profile.item(entry);
                int from = item * itemCount + begin;
                vectors.addScaledWithSquares(scales[item], steps, from, sums, squares, begin, length);
            }
        }
    }

    /// See [Explains#contributions(Profile, int)].
    public float[] contributions(Profile profile, int item) {
        float[] contributions = new float[profile.size()];
        for (int entry = 0; entry < contributions.length; entry++) {
            contributions[entry] = weight(profile.item(entry), item);
        }
        return contributions;
    }

    /// The items that are most alike with the given one, itself left out: those of which each speaks for the other.
    ///
    /// The similarity is the root of the product of the weights in both directions where both are positive, which
    /// for [ClosedForm] is the partial correlation of the two items; else the smaller weight, which puts them
    /// behind all others. One direction alone favours what everybody has (there) or what nobody has (back).
    public Ranking similarItems(int item, int n) {
        float[] similarities = new float[itemCount];
        for (int other = 0; other < itemCount; other++) {
            similarities[other] = similarity(weight(item, other), weight(other, item));
        }
        return Ranking.best(similarities, new int[] {item}, n);
    }

    /// The similarity of two items by the weights in both directions.
    public static float similarity(float there, float back) {
        return there > 0 && back > 0 ? (float) Math.sqrt((double) there * back) : Math.min(0, Math.min(there, back));
    }
}
