package io.osusume.kernel;

import java.util.Objects;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// [VectorMath] with the processor's vector registers: a body of whole vectors, a tail of single numbers, and for
/// sums one reduction. It needs the module `jdk.incubator.vector`; only [VectorMath#simd()] may name this class.
///
/// Sums are folded by halves instead of with `reduceLanes`, whose order may differ between interpreted and compiled
/// code: the same input gives the same bits in every run.
final class SimdVectorMath implements VectorMath {
    private static final VectorSpecies<Float> SPECIES =
            FloatVector.SPECIES_PREFERRED.length() > 16 ? FloatVector.SPECIES_512 : FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final VectorShuffle<Float> FOLD_8 = VectorShuffle.iota(SPECIES, 8, 1, true);
    private static final VectorShuffle<Float> FOLD_4 = VectorShuffle.iota(SPECIES, 4, 1, true);
    private static final VectorShuffle<Float> FOLD_2 = VectorShuffle.iota(SPECIES, 2, 1, true);
    private static final VectorShuffle<Float> FOLD_1 = VectorShuffle.iota(SPECIES, 1, 1, true);

    @Override
    public String name() {
        return "simd";
    }

    @Override
    public String description() {
        return "simd (" + SPECIES.vectorBitSize() + " bits)";
    }

    @Override
    public float dot(float[] a, int aOffset, float[] b, int bOffset, int n) {
        Objects.checkFromIndexSize(aOffset, n, a.length);
        Objects.checkFromIndexSize(bOffset, n, b.length);
        FloatVector even = FloatVector.zero(SPECIES);
        FloatVector odd = even;
        int k = 0;
        for (; k <= n - 2 * LANES; k += 2 * LANES) {
            even = load(a, aOffset + k).fma(load(b, bOffset + k), even);
            odd = load(a, aOffset + k + LANES).fma(load(b, bOffset + k + LANES), odd);
        }
        for (; k <= n - LANES; k += LANES) {
            even = load(a, aOffset + k).fma(load(b, bOffset + k), even);
        }
        float tail = 0;
        for (; k < n; k++) {
            tail += a[aOffset + k] * b[bOffset + k];
        }
        return sum(even.add(odd)) + tail;
    }

    @Override
    public void axpy(float alpha, float[] x, int xOffset, float[] y, int yOffset, int n) {
        Objects.checkFromIndexSize(xOffset, n, x.length);
        Objects.checkFromIndexSize(yOffset, n, y.length);
        FloatVector factor = FloatVector.broadcast(SPECIES, alpha);
        int k = 0;
        for (; k <= n - LANES; k += LANES) {
            load(x, xOffset + k).fma(factor, load(y, yOffset + k)).intoArray(y, yOffset + k);
        }
        for (; k < n; k++) {
            y[yOffset + k] += alpha * x[xOffset + k];
        }
    }

    @Override
    public void scale(float alpha, float[] x, int xOffset, int n) {
        Objects.checkFromIndexSize(xOffset, n, x.length);
        int k = 0;
        for (; k <= n - LANES; k += LANES) {
            load(x, xOffset + k).mul(alpha).intoArray(x, xOffset + k);
        }
        for (; k < n; k++) {
            x[xOffset + k] *= alpha;
        }
    }

    private static FloatVector load(float[] array, int offset) {
        return FloatVector.fromArray(SPECIES, array, offset);
    }

    private static float sum(FloatVector vector) {
        FloatVector folded = vector;
        if (LANES >= 16) {
            folded = folded.add(folded.rearrange(FOLD_8));
        }
        if (LANES >= 8) {
            folded = folded.add(folded.rearrange(FOLD_4));
        }
        if (LANES >= 4) {
            folded = folded.add(folded.rearrange(FOLD_2));
        }
        if (LANES >= 2) {
            folded = folded.add(folded.rearrange(FOLD_1));
        }
        return folded.lane(0);
    }
}
