package io.osusume.model.content;

import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A matrix with a row an item and few entries a row (compressed sparse rows), and the same by columns. Immutable; it
/// owns its arrays.
final class SparseRows {
    private static final String OFFSETS = "fact-offsets";
    private static final String COLUMNS = "fact-columns";
    private static final String VALUES = "fact-values";

    private final int columnCount;
    private final int[] offsets;
    private final int[] columns;
    private final float[] values;
    private final int[] columnOffsets;
    private final int[] columnRows;
    private final float[] columnValues;

    private SparseRows(int columnCount, int[] offsets, int[] columns, float[] values) {
        this.columnCount = columnCount;
        this.offsets = offsets;
        this.columns = columns;
        this.values = values;
        this.columnOffsets = new int[columnCount + 1];
        this.columnRows = new int[columns.length];
        this.columnValues = new float[columns.length];
        for (int column : columns) {
            columnOffsets[column + 1]++;
        }
        for (int column = 0; column < columnCount; column++) {
            columnOffsets[column + 1] += columnOffsets[column];
        }
        int[] next = columnOffsets.clone();
        for (int row = 0; row + 1 < offsets.length; row++) {
            for (int k = offsets[row]; k < offsets[row + 1]; k++) {
                columnRows[next[columns[k]]] = row;
                columnValues[next[columns[k]]++] = values[k];
            }
        }
    }

    int columnCount() {
        return columnCount;
    }

    /// `sum += weight * row`.
    void addTo(int row, float weight, float[] sum) {
        for (int k = offsets[row]; k < offsets[row + 1]; k++) {
            sum[columns[k]] += weight * values[k];
        }
    }

    /// The inner product of every row and a full vector; columns where it is 0 cost nothing.
    ///
    /// @param products one a row, overwritten
    void dotAll(float[] vector, float[] products) {
        Arrays.fill(products, 0);
        for (int column = 0; column < columnCount; column++) {
            float factor = vector[column];
            if (factor != 0) {
                for (int k = columnOffsets[column]; k < columnOffsets[column + 1]; k++) {
                    products[columnRows[k]] += factor * columnValues[k];
                }
            }
        }
    }

    /// The inner product of two rows, added in the order of the first one's entries.
    float dot(int row, int other) {
        float sum = 0;
        for (int k = offsets[row]; k < offsets[row + 1]; k++) {
            for (int place = offsets[other]; place < offsets[other + 1]; place++) {
                if (columns[place] == columns[k]) {
                    sum += values[k] * values[place];
                }
            }
        }
        return sum;
    }

    /// A model's state and these rows, which share their arrays.
    Tensors addedTo(Tensors state) {
        return state.with(OFFSETS, Tensor.of(offsets, offsets.length))
                .with(COLUMNS, Tensor.of(columns, columns.length))
                .with(VALUES, Tensor.of(values, values.length));
    }

    /// The rows a model's state holds.
    ///
    /// @throws IllegalArgumentException if they do not fit
    static SparseRows of(Tensors state, int itemCount) {
        int[] offsets = state.ints(OFFSETS, itemCount + 1);
        int[] columns = state.ints(COLUMNS, offsets[itemCount]);
        int columnCount = 0;
        for (int column : columns) {
            if (column < 0) {
                throw new IllegalArgumentException("a column must be at least 0, was " + column);
            }
            columnCount = Math.max(columnCount, column + 1);
        }
        return new SparseRows(columnCount, offsets, columns, state.floats(VALUES, columns.length));
    }

    /// Collects entries in any order of rows.
    static final class Builder {
        private final List<Map.Entry<Integer, Float>>[] rows;
        private int columnCount;
        private int size;

        @SuppressWarnings({"unchecked", "rawtypes"})
        Builder(int rowCount) {
            rows = new List[rowCount];
            for (int row = 0; row < rowCount; row++) {
                rows[row] = new ArrayList<>();
            }
        }

        int newColumn() {
            return columnCount++;
        }

        void add(int row, int column, float value) {
            rows[row].add(Map.entry(column, value));
            size++;
        }

        SparseRows build() {
            int[] offsets = new int[rows.length + 1];
            int[] columns = new int[size];
            float[] values = new float[size];
            int filled = 0;
            for (int row = 0; row < rows.length; row++) {
                for (Map.Entry<Integer, Float> entry : rows[row]) {
                    columns[filled] = entry.getKey();
                    values[filled++] = entry.getValue();
                }
                offsets[row + 1] = filled;
            }
            return new SparseRows(columnCount, offsets, columns, values);
        }
    }
}
