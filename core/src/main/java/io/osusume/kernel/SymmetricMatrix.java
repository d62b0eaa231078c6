package io.osusume.kernel;

/// What a symmetric matrix of which only one triangle was computed still needs.
public final class SymmetricMatrix {
    private static final int TILE =
            64; // two tiles fit the first-level cache: one is read by rows, one written by columns

    private SymmetricMatrix() {}

    /// Copies the lower triangle of an `n` x `n` row-major matrix onto the upper one.
    public static void mirrorLower(float[] matrix, int n, Threads threads) {
        threads.run((n + TILE - 1) / TILE, task -> {
            int bottom = Math.min(n, (task + 1) * TILE);
            for (int left = 0; left < bottom; left += TILE) {
                for (int row = task * TILE; row < bottom; row++) {
                    for (int column = left; column < Math.min(row, left + TILE); column++) {
                        matrix[column * n + row] = matrix[row * n + column];
                    }
                }
            }
        });
    }
}
