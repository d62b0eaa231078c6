package io.osusume.kernel;

/// Cholesky's decomposition of one tile on the diagonal and the inverse of its factor, in double.
final class DiagonalTile {
    private DiagonalTile() {}

    /// Replaces the lower triangle of a tile by the inverse of its Cholesky factor; above the diagonal it writes 0.
    ///
    /// @param first the tile's first row and column in the matrix of side `n`
    /// @throws ArithmeticException if a pivot is not positive, naming the matrix row
    static void invert(float[] matrix, int n, int first, int size) {
        double[][] factor = new double[size][];
        for (int row = 0; row < size; row++) {
            factor[row] = new double[row + 1];
            for (int column = 0; column <= row; column++) {
                double sum = matrix[(first + row) * n + first + column];
                sum -= dot(factor[row], factor[column], 0, column);
                if (column < row) {
                    factor[row][column] = sum / factor[column][column];
                } else if (sum > 0 && sum < Double.POSITIVE_INFINITY) {
                    factor[row][row] = Math.sqrt(sum);
                } else {
                    throw new ArithmeticException("the matrix is not positive definite: the pivot of row "
                            + (first + row) + " must be positive, was " + (float) sum
                            + "; a larger regularization makes it so");
                }
            }
        }
        write(inverse(factor), matrix, n, first);
    }

    /// The inverse of a lower triangle, by columns: `columns[j][i]` stands in row `i` of column `j`.
    private static double[][] inverse(double[][] factor) {
        int size = factor.length;
        double[][] columns = new double[size][size];
        for (int column = 0; column < size; column++) {
            columns[column][column] = 1 / factor[column][column];
            for (int row = column + 1; row < size; row++) {
                double sum = dot(factor[row], columns[column], column, row);
                columns[column][row] = -sum / factor[row][row];
            }
        }
        return columns;
    }

    private static void write(double[][] columns, float[] matrix, int n, int first) {
        for (int row = 0; row < columns.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                matrix[(first + row) * n + first + column] = (float) columns[column][row]; // 0 above the diagonal
            }
        }
    }

    /// The inner product over `[begin, end)`, in four sums that do not wait for each other.
    private static double dot(double[] a, double[] b, int begin, int end) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int k = begin;
        for (; k + 3 < end; k += 4) {
            first += a[k] * b[k];
            second += a[k + 1] * b[k + 1];
            third += a[k + 2] * b[k + 2];
            fourth += a[k + 3] * b[k + 3];
        }
        for (; k < end; k++) {
            first += a[k] * b[k];
        }
        return first + second + (third + fourth);
    }
}
