package io.osusume.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenseMathTest {
    private static final DenseMath MATH = DenseMath.java(new Threads(2));

    @Test
    void theInverseOfATwoByTwoMatrix() {
        float[] matrix = {4, 2, 2, 3}; // determinant 4 * 3 - 2 * 2 = 8
        MATH.invertSymmetric(matrix, 2);
        assertArrayEquals(new float[] {3 / 8f, -2 / 8f, -2 / 8f, 4 / 8f}, matrix, 1e-6f);
    }

    @Test
    void anEmptyMatrixIsItsOwnInverse() {
        MATH.invertSymmetric(new float[0], 0);
        MATH.multiply(new float[0], new float[0], new float[6], 2, 3, 0);
    }

    /// One tile has 256 rows, a task 512, a block of columns 1024: sizes on and off these borders.
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 255, 256, 257, 600, 1100})
    void aMatrixTimesItsInverseIsTheIdentity(int n) {
        float[] matrix = DenseMathSamples.positiveDefinite(n, 11);
        float[] inverse = matrix.clone();
        MATH.invertSymmetric(inverse, n);
        DenseMathSamples.assertInverse(matrix, inverse, n, 2e-5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 64, 65, 255, 300, 513})
    void aProductIsTheSumOverTheInnerSide(int size) {
        int m = size;
        int n = size + 3;
        int k = Math.max(1, size - 2);
        float[] a = DenseMathSamples.random(m * k, 1);
        float[] b = DenseMathSamples.random(k * n, 2);
        float[] c = DenseMathSamples.random(m * n, 3);
        MATH.multiply(a, b, c, m, n, k);
        assertArrayEquals(DenseMathSamples.product(a, b, m, n, k), c, 1e-6f * k + 1e-6f);
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        int n = 1300;
        float[] expected = DenseMathSamples.positiveDefinite(n, 5);
        DenseMath.java(new Threads(1)).invertSymmetric(expected, n);
        for (int threads = 2; threads <= 3; threads++) {
            float[] found = DenseMathSamples.positiveDefinite(n, 5);
            DenseMath.java(new Threads(threads)).invertSymmetric(found, n);
            assertArrayEquals(expected, found, 0f);
        }
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteNamesTheRow() {
        int n = 300;
        float[] matrix = new float[n * n];
        for (int row = 0; row < n; row++) {
            matrix[row * n + row] = row == 270 ? -2 : 1;
        }
        assertEquals(
                "the matrix is not positive definite: the pivot of row 270 must be positive, was -2.0;"
                        + " a larger regularization makes it so",
                assertThrows(ArithmeticException.class, () -> MATH.invertSymmetric(matrix, n))
                        .getMessage());
    }

    @Test
    void aMatrixWithANumberMissingNamesTheRow() {
        float[] matrix = {1, 0, 0, Float.NaN};
        assertEquals(
                "the matrix is not positive definite: the pivot of row 1 must be positive, was NaN;"
                        + " a larger regularization makes it so",
                assertThrows(ArithmeticException.class, () -> MATH.invertSymmetric(matrix, 2))
                        .getMessage());
    }

    @Test
    void anArrayOfTheWrongLengthIsRefused() {
        assertEquals(
                "b must have 3 x 4 elements, had 11",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> MATH.multiply(new float[6], new float[11], new float[8], 2, 4, 3))
                        .getMessage());
    }
}
