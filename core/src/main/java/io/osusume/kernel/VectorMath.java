package io.osusume.kernel;

/// Arithmetic on stretches of float arrays: one facade, one implementation chosen once.
///
/// Every method takes arrays with offsets and a length `n` and reads or writes `array[offset .. offset + n)`.
/// A stretch that leaves its array is an `IndexOutOfBoundsException`. Sums are accumulated in an order that depends on
/// the implementation, never on the number of threads.
public interface VectorMath {
    /// What to do when the vector module is absent.
    String REMEDY = "start Java with --add-modules=jdk.incubator.vector";

    /// `scalar` or `simd`, for manifests.
    String name();

    /// The name with what a reader of the start-up line should know: the width of the registers, or why the plain
    /// loops were taken.
    String description();

    /// The inner product of `a` and `b`.
    float dot(float[] a, int aOffset, float[] b, int bOffset, int n);

    /// `y += alpha * x`.
    void axpy(float alpha, float[] x, int xOffset, float[] y, int yOffset, int n);

    /// `x *= alpha`.
    void scale(float alpha, float[] x, int xOffset, int n);

    /// The plain loops, which are the definition.
    static VectorMath scalar() {
        return new ScalarVectorMath("");
    }

    /// The processor's vector registers.
    ///
    /// @throws IllegalStateException if Java was started without the module `jdk.incubator.vector`
    static VectorMath simd() {
        if (!hasVectorModule()) {
            throw new IllegalStateException("simd needs the module jdk.incubator.vector: " + REMEDY);
        }
        return new SimdVectorMath();
    }

    /// [#simd()] where this Java can, else [#scalar()], whose description then says why.
    static VectorMath fastest() {
        return hasVectorModule() ? simd() : new ScalarVectorMath("no module jdk.incubator.vector: " + REMEDY);
    }

    private static boolean hasVectorModule() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }
}
