package io.osusume.kernel;

/// The inverse of one symmetric positive definite matrix `A`, in place: Cholesky's decomposition
/// `A = L L'`, then `M = L^-1`, then `A^-1 = M' M`, all in the lower triangle of the array, which is
/// mirrored in the end.
///
/// Each step halves the matrix until a tile on the diagonal is left, which [DiagonalTile] decomposes
/// and inverts in double; between the halves stand products of large blocks, where the time goes.
/// Blocks are cut into strips or squares of a fixed size, one task each, so that the result does not
/// depend on the threads. Beside the matrix a task needs room for one strip of a tile's width.
final class SymmetricInverse {
    private static final int TILE = 256; // all cuts are at multiples of it
    private static final int STRIP = 512;
    private static final int SQUARE = 1024;

    private final float[] matrix;
    private final int n;
    private final TileProduct product;
    private final Threads threads;

    SymmetricInverse(float[] matrix, int n, TileProduct product, Threads threads) {
        this.matrix = matrix;
        this.n = n;
        this.product = product;
        this.threads = threads;
    }

    /// Does the work, once.
    ///
    /// @throws ArithmeticException if the matrix is not positive definite, naming the failing row
    void run() {
        if (n > 0) {
            decompose(0, n);
            invertLower(0, n);
            square(0, n);
            SymmetricMatrix.mirrorLower(matrix, n, threads);
        }
    }

    /// Leaves `L` below the diagonal tiles and the inverses of `L`'s diagonal tiles on it.
    private void decompose(int begin, int end) {
        if (end - begin <= TILE) {
            DiagonalTile.invert(matrix, n, begin, end - begin);
            return;
        }
        int middle = middle(begin, end);
        decompose(begin, middle);
        overStrips(middle, end, (row, rows, scratch) -> divideTransposed(row, rows, begin, middle, scratch));
        overLowerSquares(
                middle,
                end,
                (row, rows, column, columns) -> product.multiply(
                        -1,
                        at(row, begin),
                        at(column, begin).transpose(),
                        1,
                        at(row, column),
                        rows,
                        columns,
                        middle - begin));
        decompose(middle, end);
    }

    /// `X := X L'^-1` for some rows, `L` the lower triangle from `begin` to `end`.
    private void divideTransposed(int row, int rows, int begin, int end, float[] scratch) {
        if (end - begin <= TILE) {
            int width = end - begin;
            product.multiply(
                    1,
                    copy(row, rows, begin, width, scratch),
                    at(begin, begin).transpose(),
                    0,
                    at(row, begin),
                    rows,
                    width,
                    width);
            return;
        }
        int middle = middle(begin, end);
        divideTransposed(row, rows, begin, middle, scratch);
        product.multiply(
                -1,
                at(row, begin),
                at(middle, begin).transpose(),
                1,
                at(row, middle),
                rows,
                end - middle,
                middle - begin);
        divideTransposed(row, rows, middle, end, scratch);
    }

    /// Replaces `L` by its inverse: what is below the halves of the diagonal becomes `-L22^-1 L21 L11^-1`.
    private void invertLower(int begin, int end) {
        if (end - begin <= TILE) {
            return;
        }
        int middle = middle(begin, end);
        overStrips(middle, end, (row, rows, scratch) -> divide(row, rows, begin, middle, scratch));
        overStrips(begin, middle, (column, columns, scratch) -> solveNegative(column, columns, middle, end, scratch));
        invertLower(begin, middle);
        invertLower(middle, end);
    }

    /// `X := X L^-1` for some rows.
    private void divide(int row, int rows, int begin, int end, float[] scratch) {
        if (end - begin <= TILE) {
            int width = end - begin;
            product.multiply(
                    1, copy(row, rows, begin, width, scratch), at(begin, begin), 0, at(row, begin), rows, width, width);
            return;
        }
        int middle = middle(begin, end);
        divide(row, rows, middle, end, scratch);
        product.multiply(-1, at(row, middle), at(middle, begin), 1, at(row, begin), rows, middle - begin, end - middle);
        divide(row, rows, begin, middle, scratch);
    }

    /// `X := -L^-1 X` for some columns.
    private void solveNegative(int column, int columns, int begin, int end, float[] scratch) {
        if (end - begin <= TILE) {
            int height = end - begin;
            product.multiply(
                    -1,
                    at(begin, begin),
                    copy(begin, height, column, columns, scratch),
                    0,
                    at(begin, column),
                    height,
                    columns,
                    height);
            return;
        }
        int middle = middle(begin, end);
        solveNegative(column, columns, begin, middle, scratch);
        product.multiply( // added: the upper half is negative already
                1, at(middle, begin), at(begin, column), 1, at(middle, column), end - middle, columns, middle - begin);
        solveNegative(column, columns, middle, end, scratch);
    }

    /// Replaces `M`, lower triangular, by the lower triangle of `M' M`.
    private void square(int begin, int end) {
        if (end - begin <= TILE) {
            int size = end - begin;
            Tile tile = copy(begin, size, begin, size, new float[size * size]);
            product.multiply(1, tile.transpose(), tile, 0, at(begin, begin), size, size, size);
            return;
        }
        int middle = middle(begin, end);
        square(begin, middle);
        overLowerSquares(
                begin,
                middle,
                (row, rows, column, columns) -> product.multiply(
                        1,
                        at(middle, row).transpose(),
                        at(middle, column),
                        1,
                        at(row, column),
                        rows,
                        columns,
                        end - middle));
        overStrips(
                begin, middle, (column, columns, scratch) -> multiplyTransposed(column, columns, middle, end, scratch));
        square(middle, end);
    }

    /// `X := M' X` for some columns.
    private void multiplyTransposed(int column, int columns, int begin, int end, float[] scratch) {
        if (end - begin <= TILE) {
            int height = end - begin;
            product.multiply(
                    1,
                    at(begin, begin).transpose(),
                    copy(begin, height, column, columns, scratch),
                    0,
                    at(begin, column),
                    height,
                    columns,
                    height);
            return;
        }
        int middle = middle(begin, end);
        multiplyTransposed(column, columns, begin, middle, scratch);
        product.multiply(
                1,
                at(middle, begin).transpose(),
                at(middle, column),
                1,
                at(begin, column),
                middle - begin,
                columns,
                end - middle);
        multiplyTransposed(column, columns, middle, end, scratch);
    }

    private static int middle(int begin, int end) {
        int tiles = (end - begin + TILE - 1) / TILE;
        return begin + (tiles + 1) / 2 * TILE;
    }

    private Tile at(int row, int column) {
        return Tile.of(matrix, row * n + column, n);
    }

    private Tile copy(int row, int rows, int column, int columns, float[] scratch) {
        for (int k = 0; k < rows; k++) {
            System.arraycopy(matrix, (row + k) * n + column, scratch, k * columns, columns);
        }
        return Tile.of(scratch, 0, columns);
    }

    private interface StripTask {
        void run(int begin, int length, float[] scratch);
    }

    private void overStrips(int begin, int end, StripTask task) {
        threads.run((end - begin + STRIP - 1) / STRIP, k -> {
            int first = begin + k * STRIP;
            int length = Math.min(STRIP, end - first);
            task.run(first, length, new float[length * TILE]);
        });
    }

    private interface SquareTask {
        void run(int row, int rows, int column, int columns);
    }

    /// Covers the lower triangle from `begin` to `end`: whole squares below the diagonal, and those on it
    /// in strips of a tile's width, so that little beyond it is computed.
    private void overLowerSquares(int begin, int end, SquareTask task) {
        int side = (end - begin + SQUARE - 1) / SQUARE;
        int below = side * (side - 1) / 2;
        threads.run(below + side, k -> {
            if (k >= below) {
                int first = begin + (k - below) * SQUARE;
                int last = Math.min(end, first + SQUARE);
                for (int column = first; column < last; column += TILE) {
                    task.run(column, last - column, column, Math.min(TILE, last - column));
                }
                return;
            }
            int down = 1;
            while (down * (down + 1) / 2 <= k) {
                down++;
            }
            int row = begin + down * SQUARE;
            int column = begin + (k - down * (down - 1) / 2) * SQUARE;
            task.run(row, Math.min(SQUARE, end - row), column, SQUARE);
        });
    }
}
