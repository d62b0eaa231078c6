package io.osusume.kernel;

/// What a symmetric matrix of which only one triangle was computed still needs.
///
/// Matrices are `n` x `n` row-major, `n` at most [#MAX_SIDE].
public final class SymmetricMatrix {
    /// The largest side of a matrix in one array: 46,340^2 is the last square below 2^31.
    public static final int MAX_SIDE = 46_340;

    private static final int TILE =
            64; // two tiles fit the first-level cache: one is read by rows, one written by columns

    private SymmetricMatrix() {}

    /// Copies the lower triangle of an `n` x `n` row-major matrix onto the upper one.
    public static void mirrorLower(float[] matrix, int n, Threads threads) {
        overTiles(n, threads, (top, bottom, left) -> {
            for (int row = top; row < bottom; row++) {
                for (int column = left; column < Math.min(row, left + TILE); column++) {
                    matrix[column * n + row] = matrix[row * n + column];
                }
            }
        });
    }

    /// Gives both elements of every pair across the diagonal the larger of their values: completes
    /// a matrix of which of each pair one element or both are computed, the other is 0 and none is
    /// negative.
    public static void mirrorLarger(float[] matrix, int n, Threads threads) {
        overTiles(n, threads, (top, bottom, left) -> {
            for (int row = top; row < bottom; row++) {
                for (int column = left; column < Math.min(row, left + TILE); column++) {
                    float larger = Math.max(matrix[row * n + column], matrix[column * n + row]);
                    matrix[row * n + column] = larger;
                    matrix[column * n + row] = larger;
                }
            }
        });
    }

    private interface TileTask {
        void run(int top, int bottom, int left);
    }

    private static void overTiles(int n, Threads threads, TileTask work) {
        int tiles = (n + TILE - 1) / TILE;
        threads.run(tiles, task -> {
            int top = (tiles - 1 - task) * TILE; // the longest first
            int bottom = Math.min(n, top + TILE);
            for (int left = 0; left < bottom; left += TILE) {
                work.run(top, bottom, left);
            }
        });
    }
}
