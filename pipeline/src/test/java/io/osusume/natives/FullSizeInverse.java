package io.osusume.natives;

import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Threads;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/// Inverts a matrix as large as the whole catalogue's and prints time and residual; by hand, not part of the tests.
///
/// Arguments: the side (17562 is the full catalogue and needs 3 GB of heap) and the number of threads. The matrix is
/// `F F' + 10 I` with 64 positive random columns in `F`: like a co-occurrence matrix, one direction dominates.
final class FullSizeInverse {
    private static final int COLUMNS = 64;

    private FullSizeInverse() {}

    public static void main(String[] arguments) {
        int n = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 17_562;
        Threads threads = new Threads(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2);
        OpenBlasLibrary library = OpenBlasLibrary.load(OpenBlasLibrary.defaultCache());
        library.problem().ifPresent(System.out::println);
        DenseMath dense = library.dense(threads);
        float[] factor = new float[n * COLUMNS];
        float[] transposed = new float[n * COLUMNS];
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < factor.length; k++) {
            factor[k] = (float) random.nextDouble();
            transposed[k % COLUMNS * n + k / COLUMNS] = factor[k];
        }
        float[] matrix = new float[n * n];
        dense.multiply(factor, transposed, matrix, n, n, COLUMNS);
        for (int row = 0; row < n; row++) {
            matrix[row * n + row] += 10;
        }
        long start = System.nanoTime();
        dense.invertSymmetric(matrix, n);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s, n = %d, %d threads: %.1f s, %.0f GFLOP/s, residual %.2g, hash %08x%n",
                dense.name(),
                n,
                threads.count(),
                seconds,
                (double) n * n * n / seconds / 1e9,
                residual(factor, matrix, n),
                Arrays.hashCode(matrix));
    }

    /// The largest element of `(F F' + 10 I) inverse - I` in 50 columns.
    private static double residual(float[] factor, float[] inverse, int n) {
        double worst = 0;
        for (int column = 0; column < n; column += Math.max(1, n / 50)) {
            double[] inner = new double[COLUMNS]; // F' times the column
            for (int k = 0; k < factor.length; k++) {
                inner[k % COLUMNS] += (double) factor[k] * inverse[k / COLUMNS * n + column];
            }
            for (int row = 0; row < n; row++) {
                double sum = 10.0 * inverse[row * n + column] - (row == column ? 1 : 0);
                for (int k = 0; k < COLUMNS; k++) {
                    sum += factor[row * COLUMNS + k] * inner[k];
                }
                worst = Math.max(worst, Math.abs(sum));
            }
        }
        return worst;
    }
}
