package io.osusume.kernel;

import java.util.Arrays;

/// [DenseMath] cut into tiles of a fixed size, each one product on one thread: the same bits on any number of threads.
///
/// The inverse goes by Cholesky's decomposition `A = L L'` (left-looking, so that products are long), then `L^-1`, then
/// `A^-1 = L'^-1 L^-1`, all inside the lower triangle of the one array. Tiles on the diagonal are decomposed and
/// inverted in double ([DiagonalTile]); all else is products of tiles. Beside the matrix it needs room for two panels
/// of `n` x 256.
final class TiledDenseMath implements DenseMath {
    private static final int TILE = 256;
    private static final int ROWS = 512;
    private static final int COLUMNS = 1024;

    private final String name;
    private final TileProduct product;
    private final Threads threads;

    TiledDenseMath(String name, TileProduct product, Threads threads) {
        this.name = name;
        this.product = product;
        this.threads = threads;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void multiply(float[] a, float[] b, float[] c, int m, int n, int k) {
        check("a", a, m, k);
        check("b", b, k, n);
        check("c", c, m, n);
        int rowTasks = tasks(m, TILE);
        int columnTasks = tasks(n, TILE);
        threads.run(rowTasks * columnTasks, task -> {
            int row = task / columnTasks * TILE;
            int column = task % columnTasks * TILE;
            product.multiply(
                    1,
                    Tile.of(a, row * k, k),
                    Tile.of(b, column, n),
                    0,
                    Tile.of(c, row * n + column, n),
                    Math.min(TILE, m - row),
                    Math.min(TILE, n - column),
                    k);
        });
    }

    @Override
    public void invertSymmetric(float[] matrix, int n) {
        check("matrix", matrix, n, n);
        clearUpper(matrix, n);
        float[] panel = new float[Math.multiplyExact(n, Math.min(n, TILE))];
        decompose(matrix, n, panel);
        invertLower(matrix, n, panel);
        multiplyTransposed(matrix, n, panel);
        SymmetricMatrix.mirrorLower(matrix, n, threads);
    }

    /// Leaves `L` below the diagonal tiles and the inverses of `L`'s diagonal tiles on it.
    private void decompose(float[] matrix, int n, float[] panel) {
        for (int left = 0; left < n; left += TILE) {
            int column = left;
            int width = Math.min(TILE, n - left);
            Tile across = Tile.of(matrix, column * n, n).transpose();
            overRows(
                    column,
                    n,
                    (row, rows) -> product.multiply(
                            -1,
                            Tile.of(matrix, row * n, n),
                            across,
                            1,
                            Tile.of(matrix, row * n + column, n),
                            rows,
                            width,
                            column));
            DiagonalTile.invert(matrix, n, column, width);
            Tile inverse = Tile.of(matrix, column * n + column, n).transpose();
            overRows(column + width, n, (row, rows) -> {
                Tile below = Tile.of(matrix, row * n + column, n);
                product.multiply(1, below, inverse, 0, Tile.of(panel, row * width, width), rows, width, width);
                copy(panel, row * width, width, below, rows, width);
            });
        }
    }

    /// Replaces `L` by its inverse, from the last column of tiles to the first.
    private void invertLower(float[] matrix, int n, float[] panel) {
        for (int last = (n - 1) / TILE * TILE; last >= 0; last -= TILE) {
            int column = last;
            int width = Math.min(TILE, n - column);
            int next = column + width;
            Tile inverse = Tile.of(matrix, column * n + column, n);
            overRows(
                    next,
                    n,
                    (row, rows) -> product.multiply(
                            1,
                            Tile.of(matrix, row * n + column, n),
                            inverse,
                            0,
                            Tile.of(panel, row * width, width),
                            rows,
                            width,
                            width));
            Tile factor = Tile.of(panel, next * width, width);
            overRows(
                    next,
                    n,
                    (row, rows) -> product.multiply(
                            -1,
                            Tile.of(matrix, row * n + next, n),
                            factor,
                            0,
                            Tile.of(matrix, row * n + column, n),
                            rows,
                            width,
                            row + rows - next));
        }
    }

    /// Replaces `M`, lower triangular, by the lower triangle of `M' M`: row of tiles by row, each needing only those
    /// below.
    private void multiplyTransposed(float[] matrix, int n, float[] panel) {
        for (int top = 0; top < n; top += TILE) {
            int row = top;
            int rows = Math.min(TILE, n - top);
            int width = row + rows;
            Tile factor = Tile.of(matrix, row * n + row, n).transpose();
            threads.run(tasks(width, COLUMNS), task -> {
                int column = task * COLUMNS;
                product.multiply(
                        1,
                        factor,
                        Tile.of(matrix, row * n + column, n),
                        0,
                        Tile.of(panel, column, width),
                        rows,
                        Math.min(COLUMNS, width - column),
                        n - row);
            });
            copy(panel, 0, width, Tile.of(matrix, row * n, n), rows, width);
        }
    }

    private void clearUpper(float[] matrix, int n) {
        threads.run(tasks(n, ROWS), task -> {
            for (int row = task * ROWS; row < Math.min(n, (task + 1) * ROWS); row++) {
                Arrays.fill(matrix, row * n + row + 1, (row + 1) * n, 0);
            }
        });
    }

    private interface RowTask {
        void run(int row, int rows);
    }

    private void overRows(int begin, int end, RowTask task) {
        threads.run(tasks(end - begin, ROWS), k -> {
            int row = begin + k * ROWS;
            task.run(row, Math.min(ROWS, end - row));
        });
    }

    private static void copy(float[] from, int offset, int stride, Tile to, int rows, int width) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(from, offset + row * stride, to.elements(), to.position(row, 0), width);
        }
    }

    private static int tasks(int length, int step) {
        return (length + step - 1) / step;
    }

    private static void check(String what, float[] array, int rows, int columns) {
        if (rows < 0 || columns < 0 || array.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    what + " must have " + rows + " x " + columns + " elements, had " + array.length);
        }
    }
}
