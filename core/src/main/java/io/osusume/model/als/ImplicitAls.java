package io.osusume.model.als;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.VectorMath;
import io.osusume.model.FoldIn;
import io.osusume.model.FoldInSimilarUsers;
import io.osusume.model.Ranking;
import io.osusume.model.SimilarItems;
import java.util.Map;

/// Scores an item by the inner product of the user's factors and the item's.
///
/// `userFactors` is `userCount` x `embeddingSize`, `itemFactors` `itemCount` x `embeddingSize`, both row-major. The
/// users of the training data have the factors training left them with; a profile gets those that fit it best, solved
/// to rounding.
public final class ImplicitAls implements FoldIn, SimilarItems, FoldInSimilarUsers {
    static final String NAME = "als";
    static final String USER_FACTORS = "user-factors";
    static final String ITEM_FACTORS = "item-factors";

    private final Interactions training;
    private final int embeddingSize;
    private final float[] userFactors;
    private final float[] itemFactors;
    private final VectorMath vectors;
    private final LeastSquares solver;
    private final float[] itemGram;

    ImplicitAls(
            Interactions training,
            ImplicitAlsTrainer settings,
            float[] userFactors,
            float[] itemFactors,
            Kernels kernels) {
        this.training = training;
        this.embeddingSize = settings.embeddingSize();
        this.userFactors = userFactors;
        this.itemFactors = itemFactors;
        this.vectors = kernels.vectors();
        this.solver =
                new LeastSquares(embeddingSize, (float) settings.alpha(), (float) settings.regularization(), kernels);
        this.itemGram = solver.gram(itemFactors);
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
    public void score(int userIndex, float[] scores) {
        score(userFactors, userIndex * embeddingSize, scores);
    }

    @Override
    public void score(Profile profile, float[] scores) {
        score(solver.solve(profile, itemFactors, itemGram), 0, scores);
    }

    private void score(float[] factors, int offset, float[] scores) {
        for (int item = 0; item < training.itemCount(); item++) {
            scores[item] = vectors.dot(factors, offset, itemFactors, item * embeddingSize, embeddingSize);
        }
    }

    /// By the cosine of item factors; items no user has are left out.
    @Override
    public Ranking similarItems(int item, int n) {
        return nearest(itemFactors, item, itemFactors, new int[] {item}, n);
    }

    /// By the cosine of user factors; users without an item are left out.
    @Override
    public Ranking similarUsers(int userIndex, int n) {
        return nearest(userFactors, userIndex, userFactors, new int[] {userIndex}, n);
    }

    /// By the cosine of the factors that fit the list best with the users'; empty for an empty list.
    @Override
    public Ranking similarUsers(Profile profile, int n) {
        return nearest(solver.solve(profile, itemFactors, itemGram), 0, userFactors, new int[0], n);
    }

    private Ranking nearest(float[] one, int row, float[] factors, int[] excluded, int n) {
        float[] cosines = new float[factors.length / embeddingSize];
        double length = length(one, row);
        for (int other = 0; other < cosines.length; other++) {
            float dot = vectors.dot(one, row * embeddingSize, factors, other * embeddingSize, embeddingSize);
            cosines[other] = (float) (dot / (length * length(factors, other))); // NaN where one is 0: not listed
        }
        return Ranking.best(cosines, excluded, n);
    }

    private double length(float[] factors, int row) {
        int offset = row * embeddingSize;
        return Math.sqrt(vectors.dot(factors, offset, factors, offset, embeddingSize));
    }

    @Override
    public Tensors state() {
        return Tensors.of(Map.of())
                .with(USER_FACTORS, Tensor.of(userFactors, training.userCount(), embeddingSize))
                .with(ITEM_FACTORS, Tensor.of(itemFactors, training.itemCount(), embeddingSize));
    }
}
