package io.osusume.model.als;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import java.util.Arrays;

/// The linear systems `(Y'Y + regularization I + (alpha - 1) sum y_i y_i') x = alpha sum y_i`, one a row of the
/// interactions, the sums over the row's entries; solved by conjugate gradients.
///
/// Rows go through the steps in batches, so that `Y'Y` meets a whole batch in one dense product; what the entries add
/// is done row by row. Factor matrices are row-major with `size` columns.
final class LeastSquares {
    private static final int BATCH = 4096; // rows that take their steps together
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
        for (int begin = 0; begin < rows; begin += BATCH) {
            int count = Math.min(BATCH, rows - begin);
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
        for (int begin = 0; begin < rows.userCount(); begin += BATCH) {
            int first = begin;
            int count = Math.min(BATCH, rows.userCount() - first);
            float[] product = new float[count * size];
            float[] residual = new float[count * size];
            float[] squared = new float[count];
            dense.multiply(
                    Arrays.copyOfRange(x, first * size, (first + count) * size), gram, product, count, size, size);
            overRows(count, row -> start(rows, first + row, row, x, y, product, residual, squared));
            float[] direction = residual.clone();
            for (int step = 0; step < steps; step++) {
                dense.multiply(direction, gram, product, count, size, size);
                overRows(count, row -> {
                    if (squared[row] > SOLVED) {
                        addEntries(rows, first + row, y, direction, row, product);
                        step(row, first + row, x, residual, direction, product, squared);
                    }
                });
            }
        }
    }

    /// The first residual of a row: `alpha sum y_i - A x`.
    private void start(
            Interactions rows,
            int row,
            int place,
            float[] x,
            float[] y,
            float[] product,
            float[] residual,
            float[] squared) {
        int at = place * size;
        if (rows.begin(row) == rows.end(row)) {
            Arrays.fill(x, row * size, (row + 1) * size, 0);
            return;
        }
        vectors.axpy(-1, product, at, residual, at, size);
        for (int entry = rows.begin(row); entry < rows.end(row); entry++) {
            int other = rows.item(entry) * size;
            float score = vectors.dot(y, other, x, row * size, size);
            vectors.axpy(alpha - (alpha - 1) * score, y, other, residual, at, size);
        }
        squared[place] = vectors.dot(residual, at, residual, at, size);
    }

    private void addEntries(Interactions rows, int row, float[] y, float[] direction, int place, float[] product) {
        int at = place * size;
        for (int entry = rows.begin(row); entry < rows.end(row) && alpha != 1; entry++) {
            int other = rows.item(entry) * size;
            float score = vectors.dot(y, other, direction, at, size);
            vectors.axpy((alpha - 1) * score, y, other, product, at, size);
        }
    }

    /// One conjugate-gradient step of the system at `place`, whose solution is row `row` of `x`.
    private void step(
            int place, int row, float[] x, float[] residual, float[] direction, float[] product, float[] squared) {
        int at = place * size;
        float length = squared[place] / vectors.dot(direction, at, product, at, size);
        vectors.axpy(length, direction, at, x, row * size, size);
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
        for (int entry = 0; entry < profile.size(); entry++) {
            vectors.axpy(alpha, y, profile.item(entry) * size, residual, 0, size);
        }
        float[] direction = residual.clone();
        float[] product = new float[size];
        float[] squared = {vectors.dot(residual, 0, residual, 0, size)};
        float enough = Math.max(SOLVED, squared[0] * FOLD_IN_ACCURACY);
        for (int step = 0; step < FOLD_IN_STEPS && squared[0] > enough; step++) {
            for (int row = 0; row < size; row++) {
                product[row] = vectors.dot(gram, row * size, direction, 0, size);
            }
            for (int entry = 0; entry < profile.size(); entry++) {
                int other = profile.item(entry) * size;
                float score = vectors.dot(y, other, direction, 0, size);
                vectors.axpy((alpha - 1) * score, y, other, product, 0, size);
            }
            step(0, 0, x, residual, direction, product, squared);
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
