package io.osusume.kernel;

/// Arithmetic on stretches of float arrays: one facade, one implementation chosen once.
///
/// Every method takes arrays with offsets and a length `n` and reads or writes `array[offset .. offset + n)`.
/// A stretch that leaves its array is an `IndexOutOfBoundsException`. Sums are accumulated in an order that depends on
/// the implementation, never on the number of threads.
public interface VectorMath {
    /// `scalar` or `simd`, for manifests.
    String name();

    /// The inner product of `a` and `b`.
    float dot(float[] a, int aOffset, float[] b, int bOffset, int n);

    /// `y += alpha * x`.
    void axpy(float alpha, float[] x, int xOffset, float[] y, int yOffset, int n);

    /// `x *= alpha`.
    void scale(float alpha, float[] x, int xOffset, int n);

    /// The plain loops, which are the definition.
    static VectorMath scalar() {
        return new ScalarVectorMath();
    }
}
