package io.osusume.kernel;

/// Linear algebra on dense row-major float matrices: plain Java, or a BLAS library behind the same methods.
///
/// An array whose length does not fit its shape is an `IllegalArgumentException`. Results do not depend on the number
/// of threads; between implementations they differ by rounding.
public interface DenseMath {
    /// `java`, or the library and its version, for manifests.
    String name();

    /// Replaces a symmetric positive definite matrix by its inverse, both triangles filled.
    ///
    /// @param matrix `n` x `n` row-major, symmetric
    /// @throws ArithmeticException if the matrix is not positive definite, naming the failing row
    void invertSymmetric(float[] matrix, int n);

    /// `c = a b`, row-major: `a` is m x k, `b` is k x n, `c` is m x n.
    void multiply(float[] a, float[] b, float[] c, int m, int n, int k);

    /// Plain Java, which is the definition.
    static DenseMath java(Threads threads) {
        return new TiledDenseMath("java", new JavaTileProduct(), threads);
    }
}
