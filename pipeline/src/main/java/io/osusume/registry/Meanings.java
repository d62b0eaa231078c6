package io.osusume.registry;

import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import java.util.Map;

/// What titles mean, as vectors of length 1 by an encoder of texts: titles of like meaning point in
/// like directions.
///
/// Shape: `count` x `size` row-major, each number kept in 16 bits (off by less than 2e-5). Immutable;
/// it owns its arrays.
public final class Meanings {
    private static final String ENCODER = "encoder";
    private static final String IDS = "ids";
    private static final String VECTORS = "vectors";

    private final String encoder;
    private final long[] ids;
    private final int size;
    private final short[] rows;

    private Meanings(String encoder, long[] ids, short[] rows) {
        this.encoder = encoder;
        this.ids = ids;
        this.size = ids.length == 0 ? 0 : rows.length / ids.length;
        this.rows = rows;
    }

    /// Brings rows to length 1.
    ///
    /// @param encoder its name: vectors of another one must not be compared with these
    /// @param ids of the titles, a row each
    /// @throws IllegalArgumentException if there is not a whole row for each title, or a number is
    ///     not finite
    public static Meanings of(String encoder, long[] ids, float[] rows) {
        if (ids.length == 0 ? rows.length > 0 : rows.length % ids.length != 0) {
            throw new IllegalArgumentException(
                    "meanings need a whole row for each title: " + rows.length + " numbers for " + ids.length);
        }
        int size = ids.length == 0 ? 0 : rows.length / ids.length;
        short[] kept = new short[rows.length];
        for (int begin = 0; begin < rows.length; begin += size) {
            double squares = 0;
            for (int k = begin; k < begin + size; k++) {
                squares += (double) rows[k] * rows[k];
            }
            if (!Double.isFinite(squares)) {
                throw new IllegalArgumentException("the meaning of title " + ids[begin / size] + " is not finite");
            }
            for (int k = begin; k < begin + size && squares > 0; k++) {
                kept[k] = (short) Math.round(rows[k] / Math.sqrt(squares) * Short.MAX_VALUE);
            }
        }
        return new Meanings(encoder, ids.clone(), kept);
    }

    /// Restores what [#state()] gave.
    static Meanings of(Tensors state) {
        long[] ids = state.longs(IDS);
        int size = Integer.parseInt(state.attribute("size"));
        return new Meanings(state.attribute(ENCODER), ids, state.shorts(VECTORS, ids.length, size));
    }

    Tensors state() {
        return Tensors.of(Map.of(ENCODER, encoder, "size", Integer.toString(size)))
                .with(IDS, Tensor.of(ids, ids.length))
                .with(VECTORS, Tensor.of(rows, ids.length, size));
    }

    /// The name of the encoder that made them.
    public String encoder() {
        return encoder;
    }

    /// How many titles have one.
    public int count() {
        return ids.length;
    }

    /// How many numbers each has.
    public int size() {
        return size;
    }

    /// The id of the title of a row.
    public long itemId(int row) {
        return ids[row];
    }

    /// How like a row is to a vector: the cosine of their angle, if the vector is of length 1.
    ///
    /// @param vector `size` long
    public float likeness(int row, float[] vector) {
        float sum = 0;
        int begin = row * size;
        for (int k = 0; k < size; k++) {
            sum += rows[begin + k] * vector[k];
        }
        return sum / Short.MAX_VALUE;
    }
}
