package io.osusume.kernel;

/// Arithmetic on stretches of float arrays: one facade, one implementation chosen once.
///
/// Every method takes arrays with offsets and a length `n` and reads or writes `array[offset .. offset
/// + n)`. A stretch that leaves its array is an `IndexOutOfBoundsException`. Sums are accumulated in an
/// order that depends on the implementation, never on the number of threads.
public interface VectorMath {
    /// What to do when the vector module is absent.
    String REMEDY = VectorModule.REMEDY;

    /// `scalar` or `simd`, for manifests.
    String name();

    /// The name with what a reader of the start-up line should know: the width of the registers, or why
    /// the plain loops were taken.
    String description();

    /// The inner product of `a` and `b`.
    float dot(float[] a, int aOffset, float[] b, int bOffset, int n);

    /// `y += alpha * x`.
    void axpy(float alpha, float[] x, int xOffset, float[] y, int yOffset, int n);

    /// `y = ln(x)` where `x` is positive, off by at most 2e-6 and the same bits on every machine; any number
    /// where it is not.
    void ln(float[] x, int xOffset, float[] y, int yOffset, int n);

    /// `y += alpha * x`, where each product is rounded before it is added: adding a product apart gives
    /// the same bits.
    void addScaled(float alpha, short[] x, int xOffset, float[] y, int yOffset, int n);

    /// With `r = alpha * x`, rounded: `sums += r`, and `squares += r * r` where `r` is positive, both in
    /// one pass.
    ///
    /// @param sums written from `offset`
    /// @param squares written from `offset`
    void addScaledWithSquares(float alpha, short[] x, int xOffset, float[] sums, float[] squares, int offset, int n);

    /// `y += w[s] * row[s]` over `s` in [from, to), where `row[s] = table[rows[s] * n ..]` and
    /// `w[s] = constant + factor * (inner product of row[s] and x)`.
    ///
    /// This is what the entries of a user or item add in a step of alternating least squares.
    ///
    /// @param table row-major, `n` wide
    /// @param y overlaps neither `table` nor `x`
    void addWeightedRows(
            float[] table,
            int[] rows,
            int from,
            int to,
            float constant,
            float factor,
            float[] x,
            int xOffset,
            float[] y,
            int yOffset,
            int n);

    /// `x *= alpha`.
    void scale(float alpha, float[] x, int xOffset, int n);

    /// The sum, and the sum of the squares, of rows of a table each joined with one own row.
    ///
    /// With `r[k] = alpha[s] * table[rows[s] * n + k] + beta[s] * own[ownOffset + k]`, `sums` becomes
    /// the sum of `r` and `squares` the sum of `r * r` over `s` in [from, to), added in the order of
    /// `s`.
    ///
    /// This is the gradient of an embedding whose row meets several others in a batch.
    ///
    /// @param table row-major, `n` wide
    /// @param sums at least `n` long, overwritten
    /// @param squares at least `n` long, overwritten
    void sumJoinedRows(
            float[] table,
            int[] rows,
            float[] alpha,
            float[] beta,
            int from,
            int to,
            float[] own,
            int ownOffset,
            float[] sums,
            float[] squares,
            int n);

    /// One step of Adam for a stretch of weights; the moments are updated in place, the new weights go
    /// to `target`.
    ///
    /// First moment: `m = m * fade1`, then `m += (gradient - m) * gain1`. Second moment: `v = v *
    /// fade2`, then `v += (squares - v) * gain2`. Weight: `target = weight - rate * m / (sqrt(v) +
    /// epsilon)`.
    ///
    /// @param weights read; may be the same array as `target` at the same offset
    /// @param gradient read from 0
    /// @param squares what the second moment is fed with, read from 0
    void adamStep(
            AdamFactors factors,
            float[] weights,
            float[] firstMoments,
            float[] secondMoments,
            int offset,
            float[] gradient,
            float[] squares,
            float[] target,
            int targetOffset,
            int n);

    /// Several steps of Adam without a gradient for a stretch of weights, whose moments stay untouched:
    /// with `s = sqrt(v)`,
    /// `weight -= pull * m / 2 * (1 / (early * s + epsilon) + 1 / (late * s + epsilon))`.
    void adamDrift(AdamDrift drift, float[] weights, float[] firstMoments, float[] secondMoments, int offset, int n);

    /// The plain loops, which are the definition.
    static VectorMath scalar() {
        return new ScalarVectorMath("");
    }

    /// The processor's vector registers.
    ///
    /// @throws IllegalStateException if Java was started without the module `jdk.incubator.vector`
    static VectorMath simd() {
        VectorModule.require();
        return new SimdVectorMath();
    }

    /// [#simd()] where this Java can, else [#scalar()], whose description then says why.
    static VectorMath fastest() {
        return VectorModule.present() ? simd() : new ScalarVectorMath("no module jdk.incubator.vector: " + REMEDY);
    }
}
