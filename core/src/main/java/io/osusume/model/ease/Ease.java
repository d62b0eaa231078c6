package io.osusume.model.ease;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.kernel.VectorMath;
import io.osusume.model.FoldIn;
import io.osusume.model.Ranking;
import io.osusume.model.SimilarItems;
import java.util.Arrays;
import java.util.Map;

/// Scores an item by the sum of the weights that lead to it from the items of a profile.
///
/// `weights` is `itemCount` x `itemCount` row-major: row `i` holds what having item `i` says about every other item,
/// in both directions; the diagonal is 0.
public final class Ease implements FoldIn, SimilarItems {
    static final String NAME = "ease";
    static final String WEIGHTS = "weights";

    private final Interactions training;
    private final float[] weights;
    private final VectorMath vectors;

    Ease(Interactions training, float[] weights, VectorMath vectors) {
        this.training = training;
        this.weights = weights;
        this.vectors = vectors;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Interactions training() {
        return training;
    }

    /// The weight from an item the user has to the item that is scored; 0 where they are the same.
    public float weight(int from, int to) {
        return weights[from * training.itemCount() + to];
    }

    @Override
    public void score(Profile profile, float[] scores) {
        int n = training.itemCount();
        Arrays.fill(scores, 0);
        for (int entry = 0; entry < profile.size(); entry++) {
            vectors.axpy(1, weights, profile.item(entry) * n, scores, 0, n);
        }
    }

    /// The items the given one speaks for most.
    @Override
    public Ranking similarItems(int item, int n) {
        int itemCount = training.itemCount();
        float[] row = Arrays.copyOfRange(weights, item * itemCount, (item + 1) * itemCount);
        return Ranking.best(row, new int[] {item}, n);
    }

    @Override
    public Tensors state() {
        return Tensors.of(Map.of()).with(WEIGHTS, Tensor.of(weights, training.itemCount(), training.itemCount()));
    }
}
