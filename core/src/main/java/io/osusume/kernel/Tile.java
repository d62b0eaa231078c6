package io.osusume.kernel;

/// A rectangle inside a larger row-major matrix: where it begins, how far its rows are apart, and whether it is read
/// as its transpose. It shares the array.
final class Tile {
    private final float[] elements;
    private final int offset;
    private final int stride;
    private final boolean transposed;

    private Tile(float[] elements, int offset, int stride, boolean transposed) {
        this.elements = elements;
        this.offset = offset;
        this.stride = stride;
        this.transposed = transposed;
    }

    static Tile of(float[] elements, int offset, int stride) {
        return new Tile(elements, offset, stride, false);
    }

    Tile transpose() {
        return new Tile(elements, offset, stride, !transposed);
    }

    /// The whole matrix's elements, not a copy.
    float[] elements() {
        return elements;
    }

    int offset() {
        return offset;
    }

    int stride() {
        return stride;
    }

    boolean transposed() {
        return transposed;
    }

    /// The position of the element at a row and column, as it is read.
    int position(int row, int column) {
        return transposed ? offset + column * stride + row : offset + row * stride + column;
    }
}
