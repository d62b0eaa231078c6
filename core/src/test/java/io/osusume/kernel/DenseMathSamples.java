package io.osusume.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

/// Matrices for tests of [DenseMath], and the plainest ways to check what comes back.
public final class DenseMathSamples {
    private DenseMathSamples() {}

    /// Uniform in [-1, 1).
    public static float[] random(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] elements = new float[length];
        for (int k = 0; k < length; k++) {
            elements[k] = (float) (2 * random.nextDouble() - 1);
        }
        return elements;
    }

    /// `F F' + 5 I` with `F` of n x 8.
    public static float[] positiveDefinite(int n, long seed) {
        float[] factor = random(n * 8, seed);
        float[] matrix = new float[n * n];
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                float sum = row == column ? 5 : 0;
                for (int k = 0; k < 8; k++) {
                    sum += factor[row * 8 + k] * factor[column * 8 + k];
                }
                matrix[row * n + column] = sum;
            }
        }
        return matrix;
    }

    /// `a b`, summed in double.
    public static float[] product(float[] a, float[] b, int m, int n, int k) {
        float[] c = new float[m * n];
        for (int row = 0; row < m; row++) {
            for (int column = 0; column < n; column++) {
                double sum = 0;
                for (int p = 0; p < k; p++) {
                    sum += (double) a[row * k + p] * b[p * n + column];
                }
                c[row * n + column] = (float) sum;
            }
        }
        return c;
    }

    /// Every element of `matrix inverse` in a sample of rows must be within `tolerance` of the identity's.
    public static void assertInverse(float[] matrix, float[] inverse, int n, double tolerance) {
        for (int row = 0; row < n; row += 1 + n / 40) {
            double[] products = new double[n];
            for (int k = 0; k < n; k++) {
                for (int column = 0; column < n; column++) {
                    products[column] += (double) matrix[row * n + k] * inverse[k * n + column];
                }
            }
            for (int column = 0; column < n; column++) {
                assertEquals(row == column ? 1 : 0, products[column], tolerance, "row " + row + ", column " + column);
                assertEquals(inverse[row * n + column], inverse[column * n + row]);
            }
        }
    }
}
