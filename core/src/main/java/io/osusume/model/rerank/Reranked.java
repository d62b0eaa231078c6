package io.osusume.model.rerank;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensors;
import io.osusume.model.FoldIn;
import io.osusume.model.Ranking;
import java.util.Arrays;
import java.util.List;

/// A model whose rankings go through the steps before anybody sees them; its scores tell the order alone.
public final class Reranked implements FoldIn {
    private final FoldIn model;
    private final List<Reranker> steps;

    /// @param steps in the order they are taken
    public Reranked(FoldIn model, List<Reranker> steps) {
        this.model = model;
        this.steps = List.copyOf(steps);
    }

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

    /// All that may be shown to a list, best first, with the model's scores where no step changed them.
    public Ranking ranking(Profile profile) {
        float[] scores = new float[itemCount()];
        model.score(profile, scores);
        Ranking ranking = Ranking.best(scores, new int[0], scores.length);
        for (Reranker step : steps) {
            ranking = step.rerank(ranking, profile);
        }
        return ranking;
    }

    @Override
    public Ranking recommend(Profile profile, int n) {
        return ranking(profile).first(n);
    }

    /// Falls by one a rank; what is not to be shown gets negative infinity.
    @Override
    public void score(Profile profile, float[] scores) {
        Ranking ranking = ranking(profile);
        Arrays.fill(scores, Float.NEGATIVE_INFINITY);
        for (int rank = 0; rank < ranking.size(); rank++) {
            scores[ranking.index(rank)] = -rank;
        }
    }
}
