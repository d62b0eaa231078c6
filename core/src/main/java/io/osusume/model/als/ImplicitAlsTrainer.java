package io.osusume.model.als;

import io.osusume.data.Interactions;
import io.osusume.data.Tensors;
import io.osusume.data.TrainingData;
import io.osusume.kernel.Kernels;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingException;
import io.osusume.model.TrainingListener;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Finds user factors `x` and item factors `y` that minimize
/// `sum_ui c_ui (p_ui - x_u y_i)^2 + regularization (sum |x_u|^2 + sum |y_i|^2)` over all pairs, where the preference
/// `p` is 1 and the confidence `c` is `alpha` for what a user has, 0 and 1 for all else. Ratings are not looked at.
///
/// One epoch solves for all users, then for all items, each by a few conjugate-gradient steps from where it stood.
/// Sources: Hu, Koren, Volinsky, Collaborative Filtering for Implicit Feedback Datasets (2008); Takacs, Pilaszy, Tikk,
/// Applications of the Conjugate Gradient Method for Implicit Feedback Collaborative Filtering (2011).
///
/// @param embeddingSize factors a user and an item have, in [1, 2048]
/// @param alpha the confidence of an interaction, at least 1; a pair without one has 1
/// @param regularization more than 0; not scaled by the number of interactions
/// @param epochs in [1, 1000]
/// @param solverSteps conjugate-gradient steps a user or item gets in an epoch, in [1, 100]
/// @param seed of the initial factors, uniform in [0, 0.01)
public record ImplicitAlsTrainer(
        int embeddingSize, double alpha, double regularization, int epochs, int solverSteps, long seed)
        implements Trainer<ImplicitAls> {
    private static final float INITIAL_RANGE = 0.01f;

    public ImplicitAlsTrainer {
        requireRange("embedding-size", embeddingSize, 2048);
        requireRange("epochs", epochs, 1000);
        requireRange("solver-steps", solverSteps, 100);
        if (!(alpha >= 1 && alpha < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("alpha must be at least 1, was " + alpha);
        }
        if (!(regularization > 0 && regularization < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("regularization must be more than 0, was " + regularization);
        }
    }

    private static void requireRange(String setting, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(setting + " must be in [1, " + max + "], was " + value);
        }
    }

    /// The settings found best on lists of some thousand users.
    public static ImplicitAlsTrainer defaults() {
        return new ImplicitAlsTrainer(512, 2, 20, 15, 3, 1);
    }

    @Override
    public String name() {
        return ImplicitAls.NAME;
    }

    @Override
    public SortedMap<String, String> settings() {
        return new TreeMap<>(Map.of(
                "embedding-size", Integer.toString(embeddingSize),
                "alpha", Double.toString(alpha),
                "regularization", Double.toString(regularization),
                "epochs", Integer.toString(epochs),
                "solver-steps", Integer.toString(solverSteps),
                "seed", Long.toString(seed)));
    }

    @Override
    public ImplicitAls train(TrainingData data, Kernels kernels, TrainingListener listener) {
        Interactions training = data.interactions();
        Interactions byItem = training.transposed();
        SplittableRandom random = new SplittableRandom(seed);
        float[] users = randomFactors(training.userCount(), random);
        float[] items = randomFactors(training.itemCount(), random);
        LeastSquares solver = new LeastSquares(embeddingSize, (float) alpha, (float) regularization, kernels);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            solver.improve(training, users, items, solver.gram(items), solverSteps);
            solver.improve(byItem, items, users, solver.gram(users), solverSteps);
            report(training, users, items, solver, epoch, listener);
        }
        solver.improve(training, users, items, solver.gram(items), solverSteps); // the items moved last
        return new ImplicitAls(training, this, users, items, kernels);
    }

    private float[] randomFactors(int rows, SplittableRandom random) {
        float[] factors = new float[Math.multiplyExact(rows, embeddingSize)];
        for (int k = 0; k < factors.length; k++) {
            factors[k] = (float) random.nextDouble() * INITIAL_RANGE;
        }
        return factors;
    }

    private void report(
            Interactions training,
            float[] users,
            float[] items,
            LeastSquares solver,
            int epoch,
            TrainingListener listener) {
        double loss = solver.loss(training, users, items);
        if (!Double.isFinite(loss)) {
            throw new TrainingException("als epoch " + epoch + ": the loss must be finite, was " + loss
                    + "; a larger regularization or a smaller alpha keeps the factors small");
        }
        listener.epoch(epoch, new TreeMap<>(Map.of("loss", loss)));
        listener.progress("training", (double) epoch / epochs);
    }

    @Override
    public ImplicitAls restore(Tensors state, TrainingData data, Kernels kernels) {
        return new ImplicitAls(
                data.interactions(),
                this,
                state.floats(ImplicitAls.USER_FACTORS, data.interactions().userCount(), embeddingSize),
                state.floats(ImplicitAls.ITEM_FACTORS, data.interactions().itemCount(), embeddingSize),
                kernels);
    }
}
