package io.osusume.kernel;

/// [DenseMath] cut into tiles of a fixed size, each one product on one thread: the same bits on any
/// number of threads.
final class TiledDenseMath implements DenseMath {
    private static final int TILE = 256;
    private static final long SMALL = 1 << 24; // multiplications up to which a thread is not worth starting

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
        if ((long) m * n * k <= SMALL) {
            product.multiply(1, Tile.of(a, 0, k), Tile.of(b, 0, n), 0, Tile.of(c, 0, n), m, n, k);
            return;
        }
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
        new SymmetricInverse(matrix, n, product, threads).run();
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
