package io.osusume.model.ease;

import io.osusume.data.Interactions;
import io.osusume.data.Tensors;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.model.Cooccurrences;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingException;
import io.osusume.model.TrainingListener;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Solves for the item-item weights `B` that best rebuild the binary matrix `X` from itself with a diagonal of zeros:
/// `P = (X'X + regularization I)^-1`, `B_ij = -P_ij / P_jj`.
///
/// Source: Steck, Embarrassingly Shallow Autoencoders for Sparse Data (2019).
///
/// @param regularization in users, more than 0
public record EaseTrainer(double regularization) implements Trainer<Ease> {
    private static final int ROWS_PER_TASK = 64;

    public EaseTrainer {
        if (!(regularization > 0 && regularization < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("regularization must be more than 0, was " + regularization);
        }
    }

    /// The regularization found best on lists of some thousand users.
    public static EaseTrainer defaults() {
        return new EaseTrainer(100);
    }

    @Override
    public String name() {
        return Ease.NAME;
    }

    @Override
    public SortedMap<String, String> settings() {
        return new TreeMap<>(Map.of("regularization", Double.toString(regularization)));
    }

    @Override
    public Ease train(Interactions training, Kernels kernels, TrainingListener listener) {
        int n = training.itemCount();
        listener.progress("counting co-occurrences", 0);
        float[] matrix = new Cooccurrences(training).matrix(kernels.threads());
        for (int item = 0; item < n; item++) {
            matrix[item * n + item] += (float) regularization;
        }
        listener.progress("inverting", 0.2);
        try {
            kernels.dense().invertSymmetric(matrix, n);
        } catch (ArithmeticException notPositive) {
            throw new TrainingException("ease: " + notPositive.getMessage());
        }
        listener.progress("inverting", 0.95);
        toWeights(matrix, n, kernels.threads());
        listener.progress("done", 1);
        return new Ease(training, matrix, kernels.vectors());
    }

    private static void toWeights(float[] inverse, int n, Threads threads) {
        float[] factors = new float[n];
        for (int item = 0; item < n; item++) {
            factors[item] = -1 / inverse[item * n + item];
        }
        threads.run((n + ROWS_PER_TASK - 1) / ROWS_PER_TASK, task -> {
            for (int row = task * ROWS_PER_TASK; row < Math.min(n, (task + 1) * ROWS_PER_TASK); row++) {
                for (int column = 0; column < n; column++) {
                    inverse[row * n + column] *= factors[column];
                }
                inverse[row * n + row] = 0;
            }
        });
    }

    @Override
    public Ease restore(Tensors state, Interactions training, Kernels kernels) {
        int n = training.itemCount();
        return new Ease(training, state.floats(Ease.WEIGHTS, n, n), kernels.vectors());
    }
}
