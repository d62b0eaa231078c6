package io.osusume.registry;

import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import java.util.Map;

/// What titles mean: passages about them as vectors of length 1 by an encoder of texts. Texts of like
/// meaning point in like directions.
///
/// Shape: `size` x `count`, all first numbers, then all second ones, so that one query is compared
/// with all passages in a run over memory; each number is kept in 16 bits (off by less than 2e-5).
/// Immutable; it owns its arrays.
public final class Meanings {
    private static final String ENCODER = "encoder";
    private static final String IDS = "ids";
    private static final String VECTORS = "vectors";
    private static final String SIZE = "size";

    private final String encoder;
    private final long[] ids;
    private final int size;
    private final short[] columns;

    private Meanings(String encoder, long[] ids, int size, short[] columns) {
        this.encoder = encoder;
        this.ids = ids;
        this.size = size;
        this.columns = columns;
    }

    /// Brings rows to length 1.
    ///
    /// @param encoder its name: vectors of another one must not be compared with these
    /// @param ids of the title of each passage; a title may have several
    /// @param rows `count` x `size` row-major
    /// @throws IllegalArgumentException if there is not a whole row for each passage, or a number is
    ///     not finite
    public static Meanings of(String encoder, long[] ids, float[] rows) {
        if (ids.length == 0 ? rows.length > 0 : rows.length % ids.length != 0) {
            throw new IllegalArgumentException(
                    "meanings need a whole row for each passage: " + rows.length + " numbers for " + ids.length);
        }
        int size = ids.length == 0 ? 0 : rows.length / ids.length;
        short[] columns = new short[rows.length];
        for (int row = 0; row < ids.length; row++) {
            double squares = 0;
            for (int k = row * size; k < (row + 1) * size; k++) {
                squares += (double) rows[k] * rows[k];
            }
            if (!Double.isFinite(squares)) {
                throw new IllegalArgumentException("the meaning of title " + ids[row] + " is not finite");
            }
            for (int k = 0; k < size && squares > 0; k++) {
                columns[k * ids.length + row] =
                        (short) Math.round(rows[row * size + k] / Math.sqrt(squares) * Short.MAX_VALUE);
            }
        }
        return new Meanings(encoder, ids.clone(), size, columns);
    }

    /// Restores what [#state()] gave.
    static Meanings of(Tensors state) {
        long[] ids = state.longs(IDS);
        int size = Integer.parseInt(state.attribute(SIZE));
        return new Meanings(state.attribute(ENCODER), ids, size, state.shorts(VECTORS, size, ids.length));
    }

    Tensors state() {
        return Tensors.of(Map.of(ENCODER, encoder, SIZE, Integer.toString(size)))
                .with(IDS, Tensor.of(ids, ids.length))
                .with(VECTORS, Tensor.of(columns, size, ids.length));
    }

    /// The name of the encoder that made them.
    public String encoder() {
        return encoder;
    }

    /// How many passages there are.
    public int count() {
        return ids.length;
    }

    /// How many numbers each has.
    public int size() {
        return size;
    }

    /// The id of the title of a passage.
    public long itemId(int passage) {
        return ids[passage];
    }

    /// How like every passage is to a vector: the cosine of their angle, if the vector is of length
    /// 1. Owned by the caller.
    ///
    /// @param vector `size` long
    public float[] likeness(float[] vector) {
        float[] sums = new float[ids.length];
        for (int k = 0; k < size; k++) {
            float factor = vector[k] / Short.MAX_VALUE;
            int begin = k * sums.length;
            for (int passage = 0; passage < sums.length; passage++) {
                sums[passage] += factor * columns[begin + passage];
            }
        }
        return sums;
    }
}
