package io.osusume.benchmarks;

import io.osusume.data.Interactions;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.SymmetricMatrix;
import io.osusume.kernel.Threads;
import io.osusume.model.Cooccurrences;
import io.osusume.natives.OpenBlasLibrary;
import io.osusume.prepare.PreparedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// The two steps of training [io.osusume.model.ease.Ease] and [io.osusume.model.edlae.Edlae] at
/// full size: the matrix of co-occurrences, beside the plain way of counting it (going through the
/// lists of each item's users), and its inverse, whose residual is printed.
///
/// Arguments: `[--prepared FOLDER] [--threads N] [--only gram|inverse] [--plain]`. Without a folder
/// of prepared data it simulates 71.4 million interactions of 91,641 users with 17,562 items.
/// `--plain` inverts in plain Java too, which takes minutes. Give it `OSUSUME_JAVA_OPTS="-Xmx5g
/// -XX:+UseTransparentHugePages"`.
public final class ClosedFormBenchmark {
    private static final float CONSTANT = 15;
    private static final float DROPOUT = 0.4f;

    private final Threads threads;

    private ClosedFormBenchmark(Threads threads) {
        this.threads = threads;
    }

    /// Runs the benchmark.
    ///
    /// @param arguments as the class comment says
    /// @throws IOException if the prepared data cannot be read
    public static void main(String[] arguments) throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        String prepared = "";
        String only = "";
        boolean plain = false;
        for (int k = 0; k < arguments.length; k++) {
            switch (arguments[k]) {
                case "--prepared" -> prepared = arguments[++k];
                case "--threads" -> threads = Integer.parseInt(arguments[++k]);
                case "--only" -> only = arguments[++k];
                case "--plain" -> plain = true;
                default -> throw new IllegalArgumentException("unknown argument " + arguments[k]);
            }
        }
        Interactions data = prepared.isEmpty()
                ? SimulatedInteractions.of(91_641, 17_562, 71_400_000, 1)
                : PreparedData.read(Path.of(prepared)).interactions();
        System.out.printf(
                Locale.ROOT,
                "%,d interactions of %,d users with %,d items, %d threads%n",
                data.size(),
                data.userCount(),
                data.itemCount(),
                threads);
        new ClosedFormBenchmark(new Threads(threads)).run(data, only, plain);
    }

    private void run(Interactions data, String only, boolean plain) {
        int n = data.itemCount();
        float[] matrix = timed("co-occurrences", () -> new Cooccurrences(data).matrix(threads));
        if (!only.equals("inverse")) {
            float[] expected = timed("the plain way", () -> scattered(data));
            System.out.println("the same counts: " + Arrays.equals(expected, matrix));
        }
        if (!only.equals("gram")) {
            for (int item = 0; item < n; item++) {
                matrix[item * n + item] += CONSTANT + DROPOUT / (1 - DROPOUT) * matrix[item * n + item];
            }
            Sample sample = new Sample(matrix, n);
            float[] copy = plain ? matrix.clone() : new float[0];
            inverse(OpenBlasLibrary.load(OpenBlasLibrary.defaultCache()).dense(threads), matrix, n, sample);
            if (plain) {
                inverse(DenseMath.java(threads), copy, n, sample);
            }
        }
    }

    private void inverse(DenseMath dense, float[] matrix, int n, Sample sample) {
        timed("inverse by " + dense.name(), () -> {
            dense.invertSymmetric(matrix, n);
            return matrix;
        });
        sample.print(matrix);
    }

    /// Each item's row from the lists of its users, the lower triangle alone.
    private float[] scattered(Interactions byUser) {
        int n = byUser.itemCount();
        Interactions byItem = byUser.transposed();
        float[] counts = new float[n * n];
        threads.run(n, item -> {
            for (int entry = byItem.begin(item); entry < byItem.end(item); entry++) {
                int user = byItem.item(entry);
                int end = byUser.end(user);
                for (int other = byUser.begin(user); other < end && byUser.item(other) <= item; other++) {
                    counts[item * n + byUser.item(other)]++;
                }
            }
        });
        SymmetricMatrix.mirrorLower(counts, n, threads);
        return counts;
    }

    private interface Step {
        float[] run();
    }

    private static float[] timed(String name, Step step) {
        long cpu = Timing.cpuNanos();
        long start = System.nanoTime();
        float[] result = step.run();
        System.out.printf(
                Locale.ROOT,
                "%s: %.2f s, %.2f CPU s%n",
                name,
                (System.nanoTime() - start) / 1e9,
                (Timing.cpuNanos() - cpu) / 1e9);
        return result;
    }

    /// Some rows of a matrix, kept to judge its inverse.
    private static final class Sample {
        private static final int ROWS = 40;

        private final int n;
        private final float[][] rows = new float[ROWS][];

        Sample(float[] matrix, int n) {
            this.n = n;
            for (int k = 0; k < ROWS; k++) {
                int row = row(k);
                rows[k] = Arrays.copyOfRange(matrix, row * n, (row + 1) * n);
            }
        }

        private int row(int k) {
            return (int) ((long) k * (n - 1) / (ROWS - 1));
        }

        /// The largest element of `A A^-1 - I` in the rows, summed in double.
        void print(float[] inverse) {
            double worst = 0;
            for (int k = 0; k < ROWS; k++) {
                double[] product = new double[n];
                for (int inner = 0; inner < n; inner++) {
                    double factor = rows[k][inner];
                    for (int column = 0; column < n && factor != 0; column++) {
                        product[column] += factor * inverse[inner * n + column];
                    }
                }
                product[row(k)] -= 1;
                for (double element : product) {
                    worst = Math.max(worst, Math.abs(element));
                }
            }
            System.out.printf(Locale.ROOT, "largest residual in %d rows: %.2g%n", ROWS, worst);
        }
    }
}
