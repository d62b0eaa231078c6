package io.osusume.model.twotower;

import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;

/// Rows brought to length 1, and how long they were. It owns its arrays.
final class Directions {
    private static final int ROWS_A_TASK = 256;

    private final int size;
    private final float[] rows;
    private final float[] inverseLengths;
    private final VectorMath vectors;

    /// @param count how many rows there is room for
    /// @param size numbers a row
    Directions(int count, int size, VectorMath vectors) {
        this.size = size;
        this.rows = new float[Math.multiplyExact(count, size)];
        this.inverseLengths = new float[count];
        this.vectors = vectors;
    }

    /// `count` x `size`, row-major.
    float[] rows() {
        return rows;
    }

    /// Takes all rows from a table of the same shape.
    void take(float[] table, Threads threads) {
        int count = inverseLengths.length;
        threads.run((count + ROWS_A_TASK - 1) / ROWS_A_TASK, task -> {
            for (int row = task * ROWS_A_TASK; row < Math.min(count, (task + 1) * ROWS_A_TASK); row++) {
                System.arraycopy(table, row * size, rows, row * size, size);
                normalize(row);
            }
        });
    }

    /// Brings a row that was written to length 1; a row of zeros stays one.
    void normalize(int row) {
        inverseLengths[row] = normalize(rows, row * size, size, vectors);
    }

    /// Brings a stretch to length 1 and returns one over the length it had, 0 if it was all zeros.
    static float normalize(float[] numbers, int offset, int size, VectorMath vectors) {
        float square = vectors.dot(numbers, offset, numbers, offset, size);
        if (square == 0) {
            return 0;
        }
        float inverse = (float) (1 / Math.sqrt(square));
        vectors.scale(inverse, numbers, offset, size);
        return inverse;
    }

    /// Turns the gradient of a direction into that of the row it came from, in place: what lies along the
    /// direction falls away.
    void backward(int row, float[] gradient, int offset) {
        float along = vectors.dot(gradient, offset, rows, row * size, size);
        vectors.axpy(-along, rows, row * size, gradient, offset, size);
        vectors.scale(inverseLengths[row], gradient, offset, size);
    }
}
