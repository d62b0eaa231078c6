package io.osusume.model.net;

import java.util.function.LongToIntFunction;

/// The rows of one batch grouped by user, or by item, with a counting sort: groups ascend by index,
/// rows of a group keep the order of the batch. Made once and used for every batch.
final class RowGroups {
    private final int[] next;
    private final int[] indices;
    private final int[] starts;
    private final int[] positions;
    private int size;

    /// @param indexCount how many users, or items, there are
    RowGroups(int indexCount, int batchSize) {
        next = new int[indexCount];
        indices = new int[Math.min(indexCount, batchSize)];
        starts = new int[indices.length + 1];
        positions = new int[batchSize];
    }

    /// Groups the rows [from, to) by what `index` finds in them.
    void group(long[] rows, int from, int to, LongToIntFunction index) {
        java.util.Arrays.fill(next, 0);
        for (int k = from; k < to; k++) {
            next[index.applyAsInt(rows[k])]++;
        }
        size = 0;
        int sum = 0;
        for (int k = 0; k < next.length; k++) {
            int count = next[k];
            if (count > 0) {
                indices[size] = k;
                starts[size++] = sum;
                next[k] = sum;
                sum += count;
            }
        }
        starts[size] = sum;
        for (int k = from; k < to; k++) {
            positions[next[index.applyAsInt(rows[k])]++] = k - from;
        }
    }

    /// How many different users, or items, the batch has.
    int size() {
        return size;
    }

    /// The user, or item, of a group.
    int index(int group) {
        return indices[group];
    }

    int begin(int group) {
        return starts[group];
    }

    int end(int group) {
        return starts[group + 1];
    }

    /// The number within the batch of the row at a place of the grouped order.
    int row(int place) {
        return positions[place];
    }
}
