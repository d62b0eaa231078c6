package io.osusume.model.als;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import java.util.Arrays;
import java.util.List;

/// The linear systems `(Y'Y + regularization I + (alpha - 1) sum y_i y_i') x = alpha sum y_i`, one a row of the
/// interactions, the sums over the row's entries; solved by conjugate gradients.
///
/// Rows go through the steps in batches ([RowBatches]): `Y'Y` then meets a whole batch in one dense product, and
/// the rows of `Y` a batch needs are still in the cache at its next step. Factor matrices are row-major
/// with `size` columns.
final class LeastSquares {
    private static final int CACHED = 1 << 20; // bytes of `y` that stay in the second-level cache
    private static final int GRAM_ROWS = 4096;
    private static final int ROWS_PER_TASK = 16;
    private static final float SOLVED = 1e-20f; // squared residual below which a row is left alone
    private static final float FOLD_IN_ACCURACY = 1e-10f; // squared residual, as a share of the first one
    private static final int FOLD_IN_STEPS = 100;

    private final int size;
    private final float alpha;
    private final float regularization;
    private final VectorMath vectors;
    private final DenseMath dense;
    private final Threads threads;

    LeastSquares(int size, float alpha, float regularization, Kernels kernels) {
        this.size = size;
        this.alpha = alpha;
        this.regularization = regularization;
        this.vectors = kernels.vectors();
        this.dense = kernels.dense();
        this.threads = kernels.threads();
    }

    /// `Y'Y + regularization I`, `size` x `size`.
    float[] gram(float[] factors) {
        float[] gram = new float[size * size];
        float[] part = new float[size * size];
        int rows = factors.length / size;
        for (int begin = 0; begin < rows; begin += GRAM_ROWS) {
            int count = Math.min(GRAM_ROWS, rows - begin);
            float[] batch = Arrays.copyOfRange(factors, begin * size, (begin + count) * size);
            dense.multiply(transposed(batch, count), batch, part, size, size, count);
            vectors.axpy(1, part, 0, gram, 0, gram.length);
        }
        for (int k = 0; k < size; k++) {
            gram[k * size + k] += regularization;
        }
        return gram;
    }

    private float[] transposed(float[] batch, int count) {
        float[] columns = new float[batch.length];
        int tile = 64;
        threads.run((size + tile - 1) / tile, task -> {
            for (int begin = 0; begin < count; begin += tile) {
                for (int column = task * tile; column < Math.min(size, (task + 1) * tile); column++) {
                    for (int row = begin; row < Math.min(count, begin + tile); row++) {
                        columns[column * count + row] = batch[row * size + column];
                    }
                }
            }
        });
        return columns;
    }

    /// Takes every row of `x` some steps nearer to its solution; a row without entries becomes 0.
    ///
    /// @param rows whose rows belong to `x` and columns to `y`
    /// @param gram of `y`
    void improve(Interactions rows, float[] x, float[] y, float[] gram, int steps) {
        List<int[]> batches = RowBatches.of(rows, CACHED / (4 * size));
        threads.run(batches.size(), task -> improve(batches.get(task), rows, x, y, gram, steps));
    }

    private void improve(int[] batch, Interactions rows, float[] x, float[] y, float[] gram, int steps) {
        int count = batch.length;
        BatchEntries entries = new BatchEntries(batch, rows, CACHED / (4 * size));
        float[] factors = new float[count * size];
        for (int place = 0; place < count; place++) {
            if (entries.count(place) > 0) {
                System.arraycopy(x, batch[place] * size, factors, place * size, size);
            }
        }
        float[] product = new float[count * size];
        float[] residual = new float[count * size];
        float[] squared = new float[count];
        dense.multiply(factors, gram, product, count, size, size);
        vectors.axpy(-1, product, 0, residual, 0, count * size);
        entries.forEachStretch((place, items, from, to) -> vectors.addWeightedRows(
                y, items, from, to, alpha, 1 - alpha, factors, place * size, residual, place * size, size));
        for (int place = 0; place < count; place++) { // alpha sum y_i - A x
            squared[place] = vectors.dot(residual, place * size, residual, place * size, size);
        }
        float[] direction = residual.clone();
        for (int step = 0; step < steps; step++) {
            dense.multiply(direction, gram, product, count, size, size);
            entries.forEachStretch((place, items, from, to) -> vectors.addWeightedRows(
                    y, items, from, to, 0, alpha - 1, direction, place * size, product, place * size, size));
            for (int place = 0; place < count; place++) {
                if (squared[place] > SOLVED) {
                    step(place, factors, residual, direction, product, squared);
                }
            }
        }
        for (int place = 0; place < count; place++) {
            System.arraycopy(factors, place * size, x, batch[place] * size, size);
        }
    }

    /// One conjugate-gradient step of the system at `place`.
    private void step(int place, float[] x, float[] residual, float[] direction, float[] product, float[] squared) {
        int at = place * size;
        float length = squared[place] / vectors.dot(direction, at, product, at, size);
        vectors.axpy(length, direction, at, x, at, size);
        vectors.axpy(-length, product, at, residual, at, size);
        float next = vectors.dot(residual, at, residual, at, size);
        vectors.scale(next / squared[place], direction, at, size);
        vectors.axpy(1, residual, at, direction, at, size);
        squared[place] = next;
    }

    /// The factors of one profile, from nothing to rounding.
    float[] solve(Profile profile, float[] y, float[] gram) {
        float[] x = new float[size];
        float[] residual = new float[size];
        int[] entries = profile.items();
        vectors.addWeightedRows(y, entries, 0, entries.length, alpha, 0, x, 0, residual, 0, size);
        float[] direction = residual.clone();
        float[] product = new float[size];
        float[] squared = {vectors.dot(residual, 0, residual, 0, size)};
        float enough = Math.max(SOLVED, squared[0] * FOLD_IN_ACCURACY);
        for (int step = 0; step < FOLD_IN_STEPS && squared[0] > enough; step++) {
            for (int row = 0; row < size; row++) {
                product[row] = vectors.dot(gram, row * size, direction, 0, size);
            }
            vectors.addWeightedRows(y, entries, 0, entries.length, 0, alpha - 1, direction, 0, product, 0, size);
            step(0, x, residual, direction, product, squared);
        }
        return x;
    }

    /// What training minimizes, over the number of pairs.
    double loss(Interactions training, float[] users, float[] items) {
        int userCount = training.userCount();
        double[] parts = new double[userCount];
        overRows(userCount, user -> {
            for (int entry = training.begin(user); entry < training.end(user); entry++) {
                double score = vectors.dot(users, user * size, items, training.item(entry) * size, size);
                parts[user] += alpha * (1 - score) * (1 - score) - score * score;
            }
        });
        double loss = 0;
        for (double part : parts) {
            loss += part;
        }
        float[] userGram = gram(users);
        float[] itemGram = gram(items);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double diagonal = row == column ? regularization : 0;
                double userPart = userGram[row * size + column] - diagonal;
                double itemPart = itemGram[row * size + column] - diagonal;
                loss += userPart * itemPart + diagonal * (userPart + itemPart);
            }
        }
        return loss / ((double) userCount * training.itemCount());
    }

    private void overRows(int count, java.util.function.IntConsumer work) {
        threads.run((count + ROWS_PER_TASK - 1) / ROWS_PER_TASK, task -> {
            for (int row = task * ROWS_PER_TASK; row < Math.min(count, (task + 1) * ROWS_PER_TASK); row++) {
                work.accept(row);
            }
        });
    }
}
