package io.osusume.data;

/// A dense vector an item that says what it is about, such as the meaning of its synopsis.
///
/// Shape: `itemCount` x `size` row-major; each row is of length 1, or all 0 for an item that has none. Immutable;
/// it owns its array.
public final class ItemEmbeddings {
    private final int size;
    private final float[] rows;

    private ItemEmbeddings(int size, float[] rows) {
        this.size = size;
        this.rows = rows;
    }

    /// Takes over the array, whose rows are brought to length 1; the caller must not use it again.
    ///
    /// @param size numbers an item, at least 1
    /// @throws IllegalArgumentException if the array has no whole number of rows, or a number in it is not finite
    public static ItemEmbeddings owning(int size, float[] rows) {
        if (size < 1 || rows.length % size != 0) {
            throw new IllegalArgumentException(
                    "embeddings need whole rows of at least 1 number: " + rows.length + " numbers in rows of " + size);
        }
        for (int begin = 0; begin < rows.length; begin += size) {
            double squares = 0;
            for (int k = begin; k < begin + size; k++) {
                squares += (double) rows[k] * rows[k];
            }
            if (!Double.isFinite(squares)) {
                throw new IllegalArgumentException("the embedding of item " + begin / size + " is not finite");
            }
            for (int k = begin; k < begin + size && squares > 0; k++) {
                rows[k] = (float) (rows[k] / Math.sqrt(squares));
            }
        }
        return new ItemEmbeddings(size, rows);
    }

    public int itemCount() {
        return rows.length / size;
    }

    /// How many numbers an item has.
    public int size() {
        return size;
    }

    /// All rows, copied.
    public float[] rows() {
        return rows.clone();
    }
}
