package io.osusume.model.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The rows a ranker learns from: features (`NaN` where missing) and a label of 0 or 1 each. Immutable.
///
/// Kept in blocks, so that it grows without copying what is there and parts are joined without copying
/// at all: 4 x `width()` + 1 bytes a row.
public final class RankerRows {
    private final List<String> features;
    private final List<float[]> blocks;
    private final int[] begins;
    private final byte[] labels;

    private RankerRows(List<String> features, List<float[]> blocks, byte[] labels) {
        this.features = features;
        this.blocks = List.copyOf(blocks);
        this.labels = labels;
        begins = new int[blocks.size() + 1];
        for (int block = 0; block < blocks.size(); block++) {
            begins[block + 1] = begins[block] + blocks.get(block).length / features.size();
        }
    }

    /// The rows of all parts in the order given, sharing their memory.
    ///
    /// @throws IllegalArgumentException if there is no part or their features differ
    public static RankerRows of(List<RankerRows> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("rows must have at least 1 part, had none");
        }
        List<String> features = parts.getFirst().features;
        List<float[]> blocks = new ArrayList<>();
        int size = 0;
        for (RankerRows part : parts) {
            if (!part.features.equals(features)) {
                throw new IllegalArgumentException(
                        "all parts must have the same features, found " + features + " and " + part.features);
            }
            blocks.addAll(part.blocks);
            size = Math.addExact(size, part.size());
        }
        byte[] labels = new byte[size];
        int at = 0;
        for (RankerRows part : parts) {
            System.arraycopy(part.labels, 0, labels, at, part.size());
            at += part.size();
        }
        return new RankerRows(features, blocks, labels);
    }

    /// The names of the features, in the order of a row.
    public List<String> features() {
        return features;
    }

    /// The number of features.
    public int width() {
        return features.size();
    }

    /// The number of rows.
    public int size() {
        return labels.length;
    }

    /// The label of a row, 0 or 1.
    public int label(int row) {
        return labels[row];
    }

    /// How many rows have label 1.
    public int positives() {
        int count = 0;
        for (byte label : labels) {
            count += label;
        }
        return count;
    }

    /// Copies the features of the rows `from` to `from + count - 1`.
    ///
    /// @param target written from 0 to `count * width()`
    public void copy(int from, int count, float[] target) {
        java.util.Objects.checkFromIndexSize(from, count, size());
        int found = Arrays.binarySearch(begins, from);
        int block = found >= 0 ? found : -found - 2;
        for (int done = 0; done < count; block++) {
            int row = from + done;
            int here = Math.min(count - done, begins[block + 1] - row);
            System.arraycopy(
                    blocks.get(block), (row - begins[block]) * width(), target, done * width(), here * width());
            done += here;
        }
    }

    /// Collects rows one after the other. Belongs to one thread.
    public static final class Builder {
        private static final int BLOCK_ROWS = 1024;

        private final List<String> features;
        private final List<float[]> blocks = new ArrayList<>();
        private byte[] labels = new byte[BLOCK_ROWS];
        private int size;

        /// No rows yet.
        ///
        /// @throws IllegalArgumentException if there is no feature, or a name is empty, double or has a
        /// comma
        public Builder(List<String> features) {
            this.features = RankerState.checked(features);
        }

        /// Adds one row, copied.
        ///
        /// @param rows read from `offset` to `offset + width`
        /// @throws IllegalArgumentException if a feature is infinite
        public Builder add(float[] rows, int offset, boolean label) {
            int width = features.size();
            for (int k = 0; k < width; k++) {
                if (Float.isInfinite(rows[offset + k])) {
                    throw new IllegalArgumentException("row " + size + ": feature " + features.get(k)
                            + " must be finite, or NaN where it is missing, was " + rows[offset + k]);
                }
            }
            int inBlock = size % BLOCK_ROWS;
            if (inBlock == 0) {
                blocks.add(new float[BLOCK_ROWS * width]);
            }
            if (size == labels.length) {
                labels = Arrays.copyOf(labels, Math.addExact(size, size));
            }
            System.arraycopy(rows, offset, blocks.getLast(), inBlock * width, width);
            labels[size++] = (byte) (label ? 1 : 0);
            return this;
        }

        /// Adds many rows, copied.
        ///
        /// @param rows `count` x width, read from 0
        /// @param labels read from 0 to `count`
        /// @throws IllegalArgumentException if a feature is infinite
        public Builder addAll(float[] rows, int count, boolean[] labels) {
            for (int row = 0; row < count; row++) {
                add(rows, row * features.size(), labels[row]);
            }
            return this;
        }

        /// The rows added; the builder may then go on.
        public RankerRows build() {
            List<float[]> built = new ArrayList<>(blocks);
            int inLast = size % BLOCK_ROWS;
            if (inLast > 0) {
                built.set(built.size() - 1, Arrays.copyOf(built.getLast(), inLast * features.size()));
            }
            return new RankerRows(features, built, Arrays.copyOf(labels, size));
        }
    }
}
