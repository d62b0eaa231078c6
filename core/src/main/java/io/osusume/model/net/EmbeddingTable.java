package io.osusume.model.net;

import io.osusume.kernel.VectorMath;

/// One embedding layer in training: its rows, Adam's moments of each, and which step each row has
/// reached.
final class EmbeddingTable {
    private static final float SMALLEST_SQUARED_NORM = 1e-12f; // Keras' floor in l2_normalize

    private final int size;
    private final float[] values;
    private final float[] firstMoments;
    private final float[] secondMoments;
    private final int[] reached;
    private final float[] inverseNorms;
    private final float[] pending; // new rows of the batch, by group, until nobody needs the old ones
    private final AdamRule rule;
    private final VectorMath vectors;

    /// @param values row-major, `size` wide; changed in place
    /// @param pendingRows how many new rows of a batch can be held back, 0 if each may replace its old
    ///     one at once
    EmbeddingTable(float[] values, int size, int pendingRows, AdamRule rule, VectorMath vectors) {
        this.size = size;
        this.values = values;
        firstMoments = new float[values.length];
        secondMoments = new float[values.length];
        int rows = values.length / size;
        reached = new int[rows];
        inverseNorms = new float[rows];
        pending = new float[Math.min(rows, pendingRows) * size];
        this.rule = rule;
        this.vectors = vectors;
        for (int row = 0; row < rows; row++) {
            measure(row);
        }
    }

    int rows() {
        return reached.length;
    }

    /// The rows, changed by every step.
    float[] values() {
        return values;
    }

    /// One over the length of a row that is awake.
    float inverseNorm(int row) {
        return inverseNorms[row];
    }

    /// Takes the steps a row has missed before the present one.
    void wake(int row, AdamClock clock) {
        int rest = clock.step() - 1 - reached[row];
        if (rest > 0) {
            vectors.adamDrift(clock.drift(rest), values, firstMoments, secondMoments, row * size, size);
            measure(row);
        }
    }

    private void measure(int row) {
        float square = vectors.dot(values, row * size, values, row * size, size);
        inverseNorms[row] = (float) (1 / Math.sqrt(Math.max(square, SMALLEST_SQUARED_NORM)));
    }

    /// Takes the present step for a row. Where rows are held back the row itself stays as it is until
    /// [#commit]: others of the batch still need it.
    ///
    /// @param group place of the new row among those held back
    /// @param other the rows this one met are its rows `partners[from .. to)`; the gradient is the sum
    ///     over them of `alpha * partner + beta * row`
    /// @param gradient room for `size` numbers
    /// @param squares room for `size` numbers
    void step(
            int row,
            int group,
            AdamClock clock,
            EmbeddingTable other,
            Meetings met,
            int from,
            int to,
            float[] gradient,
            float[] squares) {
        int offset = row * size;
        vectors.sumJoinedRows(
                other.values, met.partners, met.alpha, met.beta, from, to, values, offset, gradient, squares, size);
        if (rule == AdamRule.SQUARE_OF_SUM) {
            for (int k = 0; k < size; k++) {
                squares[k] = gradient[k] * gradient[k];
            }
        }
        int rest = clock.step() - 1 - reached[row];
        boolean heldBack = pending.length > 0;
        vectors.adamStep(
                clock.factors(rest),
                values,
                firstMoments,
                secondMoments,
                offset,
                gradient,
                squares,
                heldBack ? pending : values,
                heldBack ? group * size : offset,
                size);
        reached[row] = clock.step();
        if (!heldBack) {
            measure(row);
        }
    }

    /// Puts the row a group held back in its place.
    void commit(int row, int group) {
        System.arraycopy(pending, group * size, values, row * size, size);
        measure(row);
    }

    /// Takes all steps a row has missed up to and with the last one, moments included.
    void settle(int row, AdamClock clock) {
        int rest = clock.step() - reached[row];
        if (rest > 0) {
            vectors.adamDrift(clock.drift(rest), values, firstMoments, secondMoments, row * size, size);
            vectors.scale(clock.fade1(rest), firstMoments, row * size, size);
            vectors.scale(clock.fade2(rest), secondMoments, row * size, size);
            reached[row] = clock.step();
            measure(row);
        }
    }

    /// Who the rows of a batch met, in the order of a grouping: the other table's row and the two
    /// factors of the gradient.
    static final class Meetings {
        final int[] partners;
        final float[] alpha;
        final float[] beta;

        Meetings(int batchSize) {
            partners = new int[batchSize];
            alpha = new float[batchSize];
            beta = new float[batchSize];
        }
    }
}
