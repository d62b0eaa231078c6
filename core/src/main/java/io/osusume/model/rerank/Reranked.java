package io.osusume.model.rerank;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensors;
import io.osusume.model.FoldIn;
import io.osusume.model.Ranking;
import java.util.Arrays;

/// A model whose rankings obey a fan's wishes; its scores tell the order alone.
///
/// @param traits of the model's items
public record Reranked(FoldIn model, Wishes wishes, ItemTraits traits) implements FoldIn {
    @Override
    public String name() {
        return model.name();
    }

    @Override
    public Interactions training() {
        return model.training();
    }

    @Override
    public int itemCount() {
        return model.itemCount();
    }

    @Override
    public Tensors state() {
        return model.state();
    }

    @Override
    public Ranking recommend(Profile profile, int n) {
        float[] scores = new float[itemCount()];
        model.score(profile, scores);
        return wishes.best(scores, profile, n, traits);
    }

    /// Falls by one a rank; what is not to be shown gets negative infinity.
    @Override
    public void score(Profile profile, float[] scores) {
        Ranking ranking = recommend(profile, itemCount());
        Arrays.fill(scores, Float.NEGATIVE_INFINITY);
        for (int rank = 0; rank < ranking.size(); rank++) {
            scores[ranking.index(rank)] = -rank;
        }
    }
}
