package io.osusume.model.ease;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensors;
import io.osusume.model.Explains;
import io.osusume.model.ItemWeights;
import io.osusume.model.Ranking;
import io.osusume.model.SimilarItems;
import java.util.Map;

/// Scores an item by the sum of the weights that lead to it from the items of a profile.
public final class Ease implements SimilarItems, Explains {
    static final String NAME = "ease";

    private final Interactions training;
    private final ItemWeights weights;

    Ease(Interactions training, ItemWeights weights) {
        this.training = training;
        this.weights = weights;
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
        weights.sum(profile, scores);
    }

    /// Exact: their sum is the score.
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
        return weights.addedTo(Tensors.of(Map.of()));
    }
}
