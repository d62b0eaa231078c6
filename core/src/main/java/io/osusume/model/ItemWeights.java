package io.osusume.model;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.kernel.VectorMath;
import java.util.Arrays;

/// What having one item says about another, for all pairs of items: the weights of a linear item-item
/// model.
///
/// Shape: `itemCount` x `itemCount` row-major. Row `i` holds what having item `i` says about every
/// other item, in both directions; the diagonal is 0. This class owns its array; [ClosedForm] makes it.
public final class ItemWeights {
    private static final String NAME = "weights";

    private final int itemCount;
    private final float[] weights;
    private final VectorMath vectors;

    ItemWeights(int itemCount, float[] weights, VectorMath vectors) {
        this.itemCount = itemCount;
        this.weights = weights;
        this.vectors = vectors;
    }

    /// The weights a model's state holds.
    ///
    /// @throws IllegalArgumentException if they do not fit the training data
    public static ItemWeights of(Tensors state, Interactions training, VectorMath vectors) {
        int n = training.itemCount();
        return new ItemWeights(n, state.floats(NAME, n, n), vectors);
    }

    /// A model's state and these weights, which share their array.
    public Tensors addedTo(Tensors state) {
        return state.with(NAME, Tensor.of(weights, itemCount, itemCount));
    }

    /// The weight from an item the user has to the item that is scored; 0 where they are the same.
    public float weight(int from, int to) {
        return weights[from * itemCount + to];
    }

    /// The weights from one item to some others.
    ///
    /// @param to items in any order
    /// @param into `to.length` long or longer, overwritten
    public void gather(int from, int[] to, float[] into) {
        int row = from * itemCount;
        for (int k = 0; k < to.length; k++) {
            into[k] = weights[row + to[k]];
        }
    }

    /// The linear score of every item: the sum of the weights that lead to it from the items of a profile.
    ///
    /// @param sums `itemCount` long, overwritten
    public void sum(Profile profile, float[] sums) {
        Arrays.fill(sums, 0);
        for (int entry = 0; entry < profile.size(); entry++) {
            vectors.axpy(1, weights, profile.item(entry) * itemCount, sums, 0, itemCount);
        }
    }

    /// [#sum(Profile, float\[\])] and, in the same pass, the sums of the squares of the positive weights.
    ///
    /// @param sums `itemCount` long, overwritten
    /// @param squares `itemCount` long, overwritten
    public void sum(Profile profile, float[] sums, float[] squares) {
        Arrays.fill(sums, 0);
        Arrays.fill(squares, 0);
        for (int entry = 0; entry < profile.size(); entry++) {
            vectors.addWithSquares(weights, profile.item(entry) * itemCount, sums, squares, itemCount);
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
            float there = weight(item, other);
            float back = weight(other, item);
            similarities[other] = there > 0 && back > 0
                    ? (float) Math.sqrt((double) there * back)
                    : Math.min(0, Math.min(there, back));
        }
        return Ranking.best(similarities, new int[] {item}, n);
    }
}
