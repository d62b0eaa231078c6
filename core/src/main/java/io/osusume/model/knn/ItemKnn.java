package io.osusume.model.knn;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.model.FoldIn;
import io.osusume.model.Ranking;
import io.osusume.model.SimilarItems;
import java.util.Arrays;
import java.util.Map;

/// Adds up, for every item of a profile, the similarities of that item's `k` nearest neighbours.
///
/// `neighbours` and `similarities` are `itemCount` x `k` row-major, the nearest first, [#NONE] where fewer items have
/// a user in common. Source: Sarwar, Karypis, Konstan, Riedl (2001), with neighbours taken from the profile's side.
public final class ItemKnn implements FoldIn, SimilarItems {
    static final String NAME = "item-knn";
    static final String NEIGHBOURS = "neighbours";
    static final String SIMILARITIES = "similarities";
    static final int NONE = -1;

    private final Interactions training;
    private final int k;
    private final int[] neighbours;
    private final float[] similarities;

    ItemKnn(Interactions training, int k, int[] neighbours, float[] similarities) {
        this.training = training;
        this.k = k;
        this.neighbours = neighbours;
        this.similarities = similarities;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Interactions training() {
        return training;
    }

    @Override
    public void score(Profile profile, float[] scores) {
        Arrays.fill(scores, 0);
        for (int entry = 0; entry < profile.size(); entry++) {
            add(profile.item(entry), scores);
        }
    }

    private void add(int item, float[] scores) {
        for (int place = item * k; place < (item + 1) * k && neighbours[place] != NONE; place++) {
            scores[neighbours[place]] += similarities[place];
        }
    }

    /// The nearest neighbours, at most `k` and only those with a user in common.
    @Override
    public Ranking similarItems(int item, int n) {
        float[] scores = new float[training.itemCount()];
        Arrays.fill(scores, Float.NEGATIVE_INFINITY);
        for (int place = item * k; place < (item + 1) * k && neighbours[place] != NONE; place++) {
            scores[neighbours[place]] = similarities[place];
        }
        return Ranking.best(scores, new int[] {item}, n);
    }

    @Override
    public Tensors state() {
        return Tensors.of(Map.of())
                .with(NEIGHBOURS, Tensor.of(neighbours, training.itemCount(), k))
                .with(SIMILARITIES, Tensor.of(similarities, training.itemCount(), k));
    }
}
