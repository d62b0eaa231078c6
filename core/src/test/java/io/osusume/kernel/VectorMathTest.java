package io.osusume.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The scalar implementation is the definition; the SIMD one agrees with it at every size, off the
/// start of the array, and leaves everything outside its stretch alone.
class VectorMathTest {
    private static final int OFFSET = 3;

    private final VectorMath scalar = VectorMath.scalar();
    private final VectorMath simd = VectorMath.simd();
    private final SplittableRandom random = new SplittableRandom(7);

    static IntStream sizes() {
        int lanes = FloatVector.SPECIES_PREFERRED.length();
        return IntStream.of(0, 1, lanes - 1, lanes, lanes + 1, 207, 1024).distinct();
    }

    @Test
    void theInnerProductIsTheSumOfProducts() {
        float[] a = {9, 1, 2, 3};
        float[] b = {4, 5, 6, 9};

        // 1 x 4 + 2 x 5 + 3 x 6 = 32
        assertEquals(32, scalar.dot(a, 1, b, 0, 3));
        assertEquals(32, simd.dot(a, 1, b, 0, 3));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void innerProductsAgree(int n) {
        float[] a = numbers(n + OFFSET + 2);
        float[] b = numbers(n + OFFSET + 2);

        assertEquals(scalar.dot(a, OFFSET, b, 1, n), simd.dot(a, OFFSET, b, 1, n), tolerance(n));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void addingAndScalingAgree(int n) {
        float[] x = numbers(n + 4);
        float[] expected = numbers(n + OFFSET + 5);
        float[] found = expected.clone();

        scalar.axpy(.7f, x, 1, expected, OFFSET, n);
        simd.axpy(.7f, x, 1, found, OFFSET, n);
        scalar.scale(-1.3f, expected, OFFSET, n);
        simd.scale(-1.3f, found, OFFSET, n);

        assertNear(expected, found, 1e-6f);
    }

    @Test
    void squaresAreThoseOfThePositiveNumbers() {
        for (VectorMath vectors : new VectorMath[] {scalar, simd}) {
            float[] sums = {1, 1, 1};
            float[] squares = {1, 1, 1};
            vectors.addScaledWithSquares(.5f, new short[] {9, 4, -6}, 1, sums, squares, 0, 2);
            assertArrayEquals(new float[] {3, -2, 1}, sums); // 1 + 2, 1 - 3, beyond
            assertArrayEquals(new float[] {5, 1, 1}, squares); // 1 + 2 x 2, 1, beyond
        }
    }

    @Test
    void logarithmsAreTheLibrarysButForTheLastDigits() {
        float[] logs = new float[1];
        for (float x = 1e-12f; x < 1e9f; x *= 1.037f) {
            scalar.ln(new float[] {x}, 0, logs, 0, 1);
            assertEquals(Math.log(x), logs[0], 4e-6, "of " + x);
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void logarithmsAgreeInEveryBit(int n) {
        float[] x = numbers(n + OFFSET + 2);
        for (int k = 0; k < x.length; k++) {
            x[k] = Math.scalb(Math.abs(x[k]) + Float.MIN_NORMAL, random.nextInt(-40, 40));
        }
        float[] expected = numbers(n + 4);
        float[] found = expected.clone();

        scalar.ln(x, OFFSET, expected, 1, n);
        simd.ln(x, OFFSET, found, 1, n);

        assertArrayEquals(expected, found, 0f);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void sumsOfScaledShortsAgreeInEveryBit(int n) {
        short[] x = shorts(n + OFFSET + 2);
        float[] expected = numbers(n + 4);
        float[] found = expected.clone();

        scalar.addScaled(1e-3f, x, OFFSET, expected, 1, n);
        simd.addScaled(1e-3f, x, OFFSET, found, 1, n);

        assertArrayEquals(expected, found, 0f);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void sumsWithSquaresAgree(int n) {
        short[] x = shorts(n + OFFSET + 2);
        float[] sums = numbers(n + 4);
        float[] squares = numbers(n + 4);
        float[] simdSums = sums.clone();
        float[] simdSquares = squares.clone();

        scalar.addScaledWithSquares(1e-3f, x, OFFSET, sums, squares, 1, n);
        simd.addScaledWithSquares(1e-3f, x, OFFSET, simdSums, simdSquares, 1, n);

        assertArrayEquals(sums, simdSums, 0f);
        assertNear(squares, simdSquares, 1e-6f);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void sumsOfJoinedRowsAgree(int n) {
        float[] table = numbers(5 * n);
        int[] rows = {0, 4, 2, 2, 1, 3};
        float[] alpha = numbers(6);
        float[] beta = numbers(6);
        float[] own = numbers(n + OFFSET);
        float[] sums = numbers(n + 2);
        float[] squares = numbers(n + 2);
        float[] simdSums = sums.clone();
        float[] simdSquares = squares.clone();

        scalar.sumJoinedRows(table, rows, alpha, beta, 1, 5, own, OFFSET, sums, squares, n);
        simd.sumJoinedRows(table, rows, alpha, beta, 1, 5, own, OFFSET, simdSums, simdSquares, n);

        assertNear(sums, simdSums, 1e-5f);
        assertNear(squares, simdSquares, 1e-5f);
    }

    @Test
    void aRowIsAddedWithAWeightThatFollowsFromItsInnerProduct() {
        for (VectorMath vectors : new VectorMath[] {scalar, simd}) {
            float[] y = {9, 1, 1, 9};
            float[] table = {7, 7, 1, 2, 3, 0};
            // rows 1 and 2 with x = (2, 1) give 1 x 2 + 2 x 1 = 4 and 3 x 2 = 6; weights 10 - 4 = 6 and 10 - 6 = 4
            vectors.addWeightedRows(table, new int[] {0, 1, 2}, 1, 3, 10, -1, new float[] {2, 1}, 0, y, 1, 2);
            assertArrayEquals(new float[] {9, 1 + 6 + 12, 1 + 12, 9}, y);
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void sumsOfWeightedRowsAgree(int n) {
        float[] table = numbers(7 * n);
        int[] rows = {0, 4, 2, 2, 1, 3, 6, 5};
        float[] x = numbers(n + 2);
        float[] expected = numbers(n + OFFSET + 2);
        float[] found = expected.clone();

        scalar.addWeightedRows(table, rows, 1, 8, .5f, -.1f, x, 2, expected, OFFSET, n);
        simd.addWeightedRows(table, rows, 1, 8, .5f, -.1f, x, 2, found, OFFSET, n);

        assertNear(expected, found, 1e-5f + 1e-7f * n);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void stepsOfAdamAgree(int n) {
        AdamFactors factors = new AdamFactors(.01f, .1f, .001f, 1e-7f, .81f, .998f);
        float[] weights = numbers(n + OFFSET + 2);
        float[] first = numbers(weights.length);
        float[] second = squaresOf(numbers(weights.length));
        float[] gradient = numbers(n);
        float[] squares = squaresOf(gradient);
        float[] simdFirst = first.clone();
        float[] simdSecond = second.clone();
        float[] target = numbers(n + 3);
        float[] simdTarget = target.clone();

        scalar.adamStep(factors, weights, first, second, OFFSET, gradient, squares, target, 1, n);
        simd.adamStep(factors, weights, simdFirst, simdSecond, OFFSET, gradient, squares, simdTarget, 1, n);

        assertNear(first, simdFirst, 1e-6f);
        assertNear(second, simdSecond, 1e-6f);
        assertNear(target, simdTarget, 1e-5f);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void driftsAgree(int n) {
        AdamDrift drift = new AdamDrift(.05f, .999f, .98f, 1e-7f);
        float[] expected = numbers(n + OFFSET + 2);
        float[] found = expected.clone();
        float[] first = numbers(expected.length);
        float[] second = squaresOf(numbers(expected.length));

        scalar.adamDrift(drift, expected, first, second, OFFSET, n);
        simd.adamDrift(drift, found, first, second, OFFSET, n);

        assertNear(expected, found, 1e-4f);
    }

    @Test
    void aStretchThatLeavesItsArrayIsRefused() {
        for (VectorMath vectors : new VectorMath[] {scalar, simd}) {
            float[] four = new float[4];
            assertThrows(IndexOutOfBoundsException.class, () -> vectors.dot(four, 2, four, 0, 3));
            assertThrows(IndexOutOfBoundsException.class, () -> vectors.axpy(1, four, 0, four, 2, 3));
            assertThrows(IndexOutOfBoundsException.class, () -> vectors.scale(1, four, -1, 2));
        }
    }

    @Test
    void theFastestIsSimdWhereTheVectorModuleIsPresent() {
        assertEquals("simd", VectorMath.fastest().name());
        assertTrue(VectorMath.fastest().description().matches("simd \\(\\d+ bits\\)"));
    }

    @Test
    void withoutTheVectorModuleTheFastestIsScalarAndSaysWhy() throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FastestWithoutModule.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertEquals(
                "scalar (no module jdk.incubator.vector: start Java with --add-modules=jdk.incubator.vector), 11.0",
                said);
        assertEquals(0, java.waitFor());
    }

    /// Run in a Java without the module.
    static final class FastestWithoutModule {
        private FastestWithoutModule() {}

        public static void main(String[] arguments) {
            VectorMath vectors = VectorMath.fastest();
            float[] numbers = {1, 3, 1};
            System.out.println(vectors.description() + ", " + vectors.dot(numbers, 0, numbers, 0, 3));
        }
    }

    /// Rounding grows with the number of terms.
    private static float tolerance(int n) {
        return 1e-6f + 1e-7f * n;
    }

    private float[] numbers(int n) {
        float[] numbers = new float[n];
        for (int k = 0; k < n; k++) {
            numbers[k] = random.nextFloat() * 2 - 1;
        }
        return numbers;
    }

    private short[] shorts(int n) {
        short[] shorts = new short[n];
        for (int k = 0; k < n; k++) {
            shorts[k] = (short) random.nextInt();
        }
        return shorts;
    }

    private static float[] squaresOf(float[] numbers) {
        float[] squares = new float[numbers.length];
        for (int k = 0; k < squares.length; k++) {
            squares[k] = numbers[k] * numbers[k] + 1e-4f;
        }
        return squares;
    }

    private static void assertNear(float[] expected, float[] found, float tolerance) {
        for (int k = 0; k < expected.length; k++) {
            assertEquals(expected[k], found[k], tolerance * (1 + Math.abs(expected[k])), "at " + k);
        }
    }
}
