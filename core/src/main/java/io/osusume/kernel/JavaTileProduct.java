package io.osusume.kernel;

import java.util.Arrays;

/// The definition of [TileProduct], cut so that a block of `b` stays in the second-level cache and the innermost loop
/// runs along rows that all have the same index, a shape the compiler turns into vector instructions.
final class JavaTileProduct implements TileProduct {
    private static final int DEPTH = 64; // rows of b held at once; a multiple of 4
    private static final int WIDTH = 512; // columns of b held at once

    @Override
    public void multiply(float alpha, Tile a, Tile b, float beta, Tile c, int m, int n, int k) {
        scale(beta, c, m, n);
        float[][] rows = new float[Math.min(DEPTH, (k + 3) / 4 * 4)][Math.min(WIDTH, n)];
        float[] upper = new float[Math.min(WIDTH, n)];
        float[] lower = new float[Math.min(WIDTH, n)];
        float[] upperWeights = new float[rows.length];
        float[] lowerWeights = new float[rows.length];
        for (int column = 0; column < n; column += WIDTH) {
            int width = Math.min(WIDTH, n - column);
            for (int begin = 0; begin < k; begin += DEPTH) {
                int depth = Math.min(DEPTH, k - begin);
                int whole = (depth + 3) / 4 * 4;
                pack(b, begin, column, depth, width, rows);
                Arrays.fill(upperWeights, depth, whole, 0);
                Arrays.fill(lowerWeights, depth, whole, 0);
                for (int row = 0; row < m; row += 2) {
                    int next = Math.min(row + 1, m - 1); // the last of an odd number is computed twice, added once
                    for (int p = 0; p < depth; p++) {
                        upperWeights[p] = alpha * a.elements()[a.position(row, begin + p)];
                        lowerWeights[p] = alpha * a.elements()[a.position(next, begin + p)];
                    }
                    Arrays.fill(upper, 0, width, 0);
                    Arrays.fill(lower, 0, width, 0);
                    for (int p = 0; p < whole; p += 4) {
                        combine(rows, p, upperWeights, lowerWeights, upper, lower, width);
                    }
                    add(upper, c, row, column, width);
                    if (next > row) {
                        add(lower, c, next, column, width);
                    }
                }
            }
        }
    }

    /// Adds four weighted rows to each of two sums.
    private static void combine(
            float[][] rows, int p, float[] upperWeights, float[] lowerWeights, float[] upper, float[] lower, int n) {
        float[] b0 = rows[p];
        float[] b1 = rows[p + 1];
        float[] b2 = rows[p + 2];
        float[] b3 = rows[p + 3];
        float u0 = upperWeights[p];
        float u1 = upperWeights[p + 1];
        float u2 = upperWeights[p + 2];
        float u3 = upperWeights[p + 3];
        float l0 = lowerWeights[p];
        float l1 = lowerWeights[p + 1];
        float l2 = lowerWeights[p + 2];
        float l3 = lowerWeights[p + 3];
        for (int j = 0; j < n; j++) {
            upper[j] += u0 * b0[j] + u1 * b1[j] + u2 * b2[j] + u3 * b3[j];
            lower[j] += l0 * b0[j] + l1 * b1[j] + l2 * b2[j] + l3 * b3[j];
        }
    }

    private static void pack(Tile b, int begin, int column, int depth, int width, float[][] rows) {
        for (int p = 0; p < depth; p++) {
            if (!b.transposed()) {
                System.arraycopy(b.elements(), b.position(begin + p, column), rows[p], 0, width);
            }
        }
        if (b.transposed()) {
            for (int j = 0; j < width; j++) {
                int from = b.position(begin, column + j);
                for (int p = 0; p < depth; p++) {
                    rows[p][j] = b.elements()[from + p];
                }
            }
        }
        for (int p = depth; p < rows.length; p++) {
            Arrays.fill(rows[p], 0); // a weight of 0 must not meet an old NaN
        }
    }

    private static void add(float[] sums, Tile c, int row, int column, int width) {
        int to = c.position(row, column);
        for (int j = 0; j < width; j++) {
            c.elements()[to + j] += sums[j];
        }
    }

    private static void scale(float beta, Tile c, int m, int n) {
        for (int row = 0; row < m; row++) {
            int from = c.position(row, 0);
            if (beta == 0) {
                Arrays.fill(c.elements(), from, from + n, 0);
            } else if (beta != 1) {
                for (int j = 0; j < n; j++) {
                    c.elements()[from + j] *= beta;
                }
            }
        }
    }
}
