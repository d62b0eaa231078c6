package io.osusume.model;

import io.osusume.data.Interactions;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;

/// Solves for the item-item weights `B` that best rebuild the binary matrix `X` from itself with a
/// diagonal of zeros and an L2 penalty an item: `P = (X'X + diag(penalties))^-1`, `B_ij = -P_ij /
/// P_jj`.
///
/// In single precision: on the training users of 5,000 real lists (7,390 items) double precision moves
/// no weight by more than 2.3e-6 (on average by 7e-9), less than rounding to 16 bits does ([ItemWeights]).
///
/// Source: Steck, Embarrassingly Shallow Autoencoders for Sparse Data (2019).
public final class ClosedForm {
    private static final int ROWS_PER_TASK = 64;

    private ClosedForm() {}

    /// The weights for all pairs of items.
    ///
    /// @param model whose training this is, for messages
    /// @param groups what counts as made-up users beside the real ones
    /// @param penalties `itemCount` long, in users, each more than 0; read, not kept
    /// @throws TrainingException if the matrix cannot be inverted in single precision
    public static ItemWeights solve(
            String model,
            Interactions training,
            float[] penalties,
            ItemGroups groups,
            Kernels kernels,
            TrainingListener listener) {
        listener.progress("counting co-occurrences", 0);
        float[] counts = new Cooccurrences(training).matrix(kernels.threads());
        return solve(model, training.itemCount(), counts, penalties, groups, kernels, listener);
    }

    /// The same from co-occurrences that are counted already.
    ///
    /// @param matrix what [Cooccurrences#matrix] gave; becomes the weights' own
    public static ItemWeights solve(
            String model,
            int n,
            float[] matrix,
            float[] penalties,
            ItemGroups groups,
            Kernels kernels,
            TrainingListener listener) {
        groups.addTo(matrix, n);
        for (int item = 0; item < n; item++) {
            matrix[item * n + item] += penalties[item];
        }
        listener.progress("inverting", 0.2);
        try {
            kernels.dense().invertSymmetric(matrix, n);
        } catch (ArithmeticException notPositive) {
            throw new TrainingException(model + ": " + notPositive.getMessage());
        }
        listener.progress("inverting", 0.95);
        toWeights(matrix, n, kernels.threads());
        ItemWeights weights = ItemWeights.rounded(n, matrix, kernels);
        listener.progress("done", 1);
        return weights;
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
}
