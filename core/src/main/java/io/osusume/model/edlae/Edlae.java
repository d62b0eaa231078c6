package io.osusume.model.edlae;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensors;
import io.osusume.model.Explains;
import io.osusume.model.ItemWeights;
import io.osusume.model.Ranking;
import io.osusume.model.SimilarItems;
import java.util.Map;

/// Scores an item by "sum and strongest": with the weights `b` that lead to it from the items of a
/// profile, the score is `sum * squares^strongest`, where `sum` is the sum of all `b` and `squares`
/// that of the squares of the positive ones. Of two items with the same sum, the one with few strong
/// reasons stands before the one with many weak ones.
///
/// A positive score is divided by `(1 + users)^popularityDiscount` of the item's users in training.
/// A sum that is not positive is the score itself, below all others. The order is that of `log(sum) +
/// strongest * log(squares)`; a `strongest` of 0 leaves the linear model.
public final class Edlae implements SimilarItems, Explains {
    static final String NAME = "edlae";
    private static final String STRONGEST = "strongest";
    private static final String POPULARITY_DISCOUNT = "popularity-discount";

    private final Interactions training;
    private final ItemWeights weights;
    private final double strongest;
    private final double popularityDiscount;
    private final float[] discounts; // one an item, empty where there is none

    Edlae(Interactions training, ItemWeights weights, double strongest, double popularityDiscount) {
        this.training = training;
        this.weights = weights;
        this.strongest = strongest;
        this.popularityDiscount = popularityDiscount;
        int[] users = popularityDiscount == 0 ? new int[0] : training.itemCounts();
        discounts = new float[users.length];
        for (int item = 0; item < users.length; item++) {
            discounts[item] = (float) Math.pow(1.0 + users[item], -popularityDiscount);
        }
    }

    static Edlae of(Tensors state, Interactions training, ItemWeights weights) {
        return new Edlae(
                training,
                weights,
                Double.parseDouble(state.attribute(STRONGEST)),
                Double.parseDouble(state.attributes().getOrDefault(POPULARITY_DISCOUNT, "0")));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Interactions training() {
        return training;
    }

    /// What having an item says about each other one.
    public ItemWeights weights() {
        return weights;
    }

    @Override
    public void score(Profile profile, float[] scores) {
        score(profile, new float[scores.length], scores);
    }

    /// The scores and, beside them, their linear part.
    ///
    /// @param sums `itemCount` long, overwritten
    /// @param scores `itemCount` long, overwritten
    public void score(Profile profile, float[] sums, float[] scores) {
        weights.sum(profile, sums, scores);
        for (int item = 0; item < scores.length; item++) {
            float sum = sums[item];
            scores[item] = sum > 0 ? sum * (float) Math.pow(scores[item], strongest) : sum;
        }
        for (int item = 0; item < discounts.length; item++) {
            scores[item] *= sums[item] > 0 ? discounts[item] : 1;
        }
    }

    /// Exact for the linear part, `sum`: what each item of the profile adds to it.
    @Override
    public float[] contributions(Profile profile, int item) {
        return weights.contributions(profile, item);
    }

    /// See [ItemWeights#similarItems(int, int)].
    @Override
    public Ranking similarItems(int item, int n) {
        return weights.similarItems(item, n);
    }

    @Override
    public Tensors state() {
        return weights.addedTo(Tensors.of(Map.of(
                STRONGEST, Double.toString(strongest), POPULARITY_DISCOUNT, Double.toString(popularityDiscount))));
    }
}
