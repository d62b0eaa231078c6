package io.osusume.kernel;

import java.util.Objects;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// [VectorMath] with the processor's vector registers: a body of whole vectors, a tail of single
/// numbers, and for sums one reduction. It needs the module `jdk.incubator.vector`; only
/// [VectorMath#simd()] may name this class.
///
/// Sums are folded by halves instead of with `reduceLanes`, whose order may differ between interpreted
/// and compiled code: the same input gives the same bits in every run.
final class SimdVectorMath implements VectorMath {
    private static final VectorSpecies<Float> SPECIES =
            FloatVector.SPECIES_PREFERRED.length() > 16 ? FloatVector.SPECIES_512 : FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final VectorSpecies<Short> SHORTS = // as many lanes
            VectorSpecies.of(short.class, VectorShape.forBitSize(SPECIES.vectorBitSize() / 2));
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
    public void ln(float[] x, int xOffset, float[] y, int yOffset, int n) {
        Objects.checkFromIndexSize(xOffset, n, x.length);
        Objects.checkFromIndexSize(yOffset, n, y.length);
        int k = 0;
        for (; k <= n - LANES; k += LANES) {
            IntVector bits = load(x, xOffset + k).reinterpretAsInts();
            FloatVector mantissa =
                    bits.and(Logarithm.FRACTION).or(Logarithm.ONE).reinterpretAsFloats();
            VectorMask<Float> upper = mantissa.compare(VectorOperators.GT, Logarithm.ROOT_2);
            FloatVector exponent = (FloatVector) bits.lanewise(VectorOperators.ASHR, Logarithm.FRACTION_BITS)
                    .sub(Logarithm.BIAS)
                    .castShape(SPECIES, 0);
            FloatVector centred = mantissa.mul(0.5f, upper);
            FloatVector t = centred.sub(1).div(centred.add(1));
            FloatVector square = t.mul(t);
            FloatVector series = square.mul(1 / 9f).add(1 / 7f);
            series = square.mul(series).add(1 / 5f);
            series = square.mul(series).add(1 / 3f);
            series = square.mul(series).add(1);
            exponent.add(1, upper).mul(Logarithm.LN_2).add(t.mul(2).mul(series)).intoArray(y, yOffset + k);
        }
        for (; k < n; k++) {
            y[yOffset + k] = Logarithm.of(x[xOffset + k]);
        }
    }

    @Override
    public void addScaled(float alpha, short[] x, int xOffset, float[] y, int yOffset, int n) {
        Objects.checkFromIndexSize(xOffset, n, x.length);
        Objects.checkFromIndexSize(yOffset, n, y.length);
        FloatVector factor = FloatVector.broadcast(SPECIES, alpha);
        int k = 0;
        for (; k <= n - LANES; k += LANES) {
            load(x, xOffset + k).mul(factor).add(load(y, yOffset + k)).intoArray(y, yOffset + k);
        }
        for (; k < n; k++) {
            y[yOffset + k] += alpha * x[xOffset + k];
        }
    }

    @Override
    public void addScaledWithSquares(
            float alpha, short[] x, int xOffset, float[] sums, float[] squares, int offset, int n) {
        Objects.checkFromIndexSize(xOffset, n, x.length);
        Objects.checkFromIndexSize(offset, n, sums.length);
        FloatVector factor = FloatVector.broadcast(SPECIES, alpha);
        int k = 0;
        for (; k <= n - LANES; k += LANES) {
            FloatVector product = load(x, xOffset + k).mul(factor);
            FloatVector positive = product.max(0);
            load(sums, offset + k).add(product).intoArray(sums, offset + k);
            positive.fma(positive, load(squares, offset + k)).intoArray(squares, offset + k);
        }
        for (; k < n; k++) {
            float product = alpha * x[xOffset + k];
            float positive = Math.max(product, 0);
            sums[offset + k] += product;
            squares[offset + k] += positive * positive;
        }
    }

    @Override
    public void addWeightedRows(
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
            int n) {
        Objects.checkFromIndexSize(xOffset, n, x.length);
        Objects.checkFromIndexSize(yOffset, n, y.length);
        int s = from;
        for (; s + 3 < to; s += 4) { // four at once: x and y are read once for all, and their sums overlap
            int row0 = rows[s] * n;
            int row1 = rows[s + 1] * n;
            int row2 = rows[s + 2] * n;
            int row3 = rows[s + 3] * n;
            FloatVector dot0 = FloatVector.zero(SPECIES);
            FloatVector dot1 = dot0;
            FloatVector dot2 = dot0;
            FloatVector dot3 = dot0;
            int k = 0;
            for (; k <= n - LANES; k += LANES) {
                FloatVector other = load(x, xOffset + k);
                dot0 = load(table, row0 + k).fma(other, dot0);
                dot1 = load(table, row1 + k).fma(other, dot1);
                dot2 = load(table, row2 + k).fma(other, dot2);
                dot3 = load(table, row3 + k).fma(other, dot3);
            }
            float weight0 = sum(dot0);
            float weight1 = sum(dot1);
            float weight2 = sum(dot2);
            float weight3 = sum(dot3);
            for (int tail = k; tail < n; tail++) {
                float other = x[xOffset + tail];
                weight0 += table[row0 + tail] * other;
                weight1 += table[row1 + tail] * other;
                weight2 += table[row2 + tail] * other;
                weight3 += table[row3 + tail] * other;
            }
            weight0 = constant + factor * weight0;
            weight1 = constant + factor * weight1;
            weight2 = constant + factor * weight2;
            weight3 = constant + factor * weight3;
            FloatVector w0 = FloatVector.broadcast(SPECIES, weight0);
            FloatVector w1 = FloatVector.broadcast(SPECIES, weight1);
            FloatVector w2 = FloatVector.broadcast(SPECIES, weight2);
            FloatVector w3 = FloatVector.broadcast(SPECIES, weight3);
            for (k = 0; k <= n - LANES; k += LANES) {
                FloatVector sum = load(table, row0 + k).fma(w0, load(y, yOffset + k));
                sum = load(table, row1 + k).fma(w1, sum);
                sum = load(table, row2 + k).fma(w2, sum);
                load(table, row3 + k).fma(w3, sum).intoArray(y, yOffset + k);
            }
            for (; k < n; k++) {
                y[yOffset + k] += weight0 * table[row0 + k]
                        + weight1 * table[row1 + k]
                        + weight2 * table[row2 + k]
                        + weight3 * table[row3 + k];
            }
        }
        for (; s < to; s++) {
            int row = rows[s] * n;
            axpy(constant + factor * dot(table, row, x, xOffset, n), table, row, y, yOffset, n);
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

    @Override
    public void sumJoinedRows(
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
            int n) {
        Objects.checkFromIndexSize(ownOffset, n, own.length);
        int k = 0;
        for (; k <= n - 4 * LANES; k += 4 * LANES) {
            FloatVector own0 = load(own, ownOffset + k);
            FloatVector own1 = load(own, ownOffset + k + LANES);
            FloatVector own2 = load(own, ownOffset + k + 2 * LANES);
            FloatVector own3 = load(own, ownOffset + k + 3 * LANES);
            FloatVector sum0 = FloatVector.zero(SPECIES);
            FloatVector sum1 = sum0;
            FloatVector sum2 = sum0;
            FloatVector sum3 = sum0;
            FloatVector square0 = sum0;
            FloatVector square1 = sum0;
            FloatVector square2 = sum0;
            FloatVector square3 = sum0;
            for (int s = from; s < to; s++) {
                int row = rows[s] * n + k;
                FloatVector a = FloatVector.broadcast(SPECIES, alpha[s]);
                FloatVector b = FloatVector.broadcast(SPECIES, beta[s]);
                FloatVector joined0 = load(table, row).fma(a, own0.mul(b));
                FloatVector joined1 = load(table, row + LANES).fma(a, own1.mul(b));
                FloatVector joined2 = load(table, row + 2 * LANES).fma(a, own2.mul(b));
                FloatVector joined3 = load(table, row + 3 * LANES).fma(a, own3.mul(b));
                sum0 = sum0.add(joined0);
                sum1 = sum1.add(joined1);
                sum2 = sum2.add(joined2);
                sum3 = sum3.add(joined3);
                square0 = joined0.fma(joined0, square0);
                square1 = joined1.fma(joined1, square1);
                square2 = joined2.fma(joined2, square2);
                square3 = joined3.fma(joined3, square3);
            }
            sum0.intoArray(sums, k);
            sum1.intoArray(sums, k + LANES);
            sum2.intoArray(sums, k + 2 * LANES);
            sum3.intoArray(sums, k + 3 * LANES);
            square0.intoArray(squares, k);
            square1.intoArray(squares, k + LANES);
            square2.intoArray(squares, k + 2 * LANES);
            square3.intoArray(squares, k + 3 * LANES);
        }
        for (; k <= n - LANES; k += LANES) {
            FloatVector mine = load(own, ownOffset + k);
            FloatVector sum = FloatVector.zero(SPECIES);
            FloatVector square = sum;
            for (int s = from; s < to; s++) {
                FloatVector joined = load(table, rows[s] * n + k).mul(alpha[s]).add(mine.mul(beta[s]));
                sum = sum.add(joined);
                square = joined.fma(joined, square);
            }
            sum.intoArray(sums, k);
            square.intoArray(squares, k);
        }
        for (; k < n; k++) {
            float sum = 0;
            float square = 0;
            for (int s = from; s < to; s++) {
                float joined = alpha[s] * table[rows[s] * n + k] + beta[s] * own[ownOffset + k];
                sum += joined;
                square += joined * joined;
            }
            sums[k] = sum;
            squares[k] = square;
        }
    }

    @Override
    public void adamStep(
            AdamFactors factors,
            float[] weights,
            float[] firstMoments,
            float[] secondMoments,
            int offset,
            float[] gradient,
            float[] squares,
            float[] target,
            int targetOffset,
            int n) {
        Objects.checkFromIndexSize(offset, n, weights.length);
        Objects.checkFromIndexSize(targetOffset, n, target.length);
        float gain1 = factors.gain1();
        float gain2 = factors.gain2();
        int k = 0;
        for (; k <= n - LANES; k += LANES) {
            int at = offset + k;
            FloatVector m = load(firstMoments, at).mul(factors.fade1());
            m = load(gradient, k).sub(m).mul(gain1).add(m);
            FloatVector v = load(secondMoments, at).mul(factors.fade2());
            v = load(squares, k).sub(v).mul(gain2).add(v);
            m.intoArray(firstMoments, at);
            v.intoArray(secondMoments, at);
            FloatVector move = m.mul(factors.rate()).div(v.sqrt().add(factors.epsilon()));
            load(weights, at).sub(move).intoArray(target, targetOffset + k);
        }
        for (; k < n; k++) {
            float m = firstMoments[offset + k] * factors.fade1();
            m += (gradient[k] - m) * gain1;
            float v = secondMoments[offset + k] * factors.fade2();
            v += (squares[k] - v) * gain2;
            firstMoments[offset + k] = m;
            secondMoments[offset + k] = v;
            float root = (float) Math.sqrt(v) + factors.epsilon();
            target[targetOffset + k] = weights[offset + k] - factors.rate() * m / root;
        }
    }

    @Override
    public void adamDrift(
            AdamDrift drift, float[] weights, float[] firstMoments, float[] secondMoments, int offset, int n) {
        Objects.checkFromIndexSize(offset, n, weights.length);
        float half = drift.pull() / 2;
        int k = 0;
        for (; k <= n - LANES; k += LANES) {
            int at = offset + k;
            FloatVector root = load(secondMoments, at).sqrt();
            FloatVector early = root.mul(drift.early()).add(drift.epsilon());
            FloatVector late = root.mul(drift.late()).add(drift.epsilon());
            FloatVector move =
                    load(firstMoments, at).mul(half).mul(early.add(late)).div(early.mul(late));
            load(weights, at).sub(move).intoArray(weights, at);
        }
        for (; k < n; k++) {
            float root = (float) Math.sqrt(secondMoments[offset + k]);
            float early = root * drift.early() + drift.epsilon();
            float late = root * drift.late() + drift.epsilon();
            weights[offset + k] -= half * firstMoments[offset + k] * (early + late) / (early * late);
        }
    }

    private static FloatVector load(float[] array, int offset) {
        return FloatVector.fromArray(SPECIES, array, offset);
    }

    private static FloatVector load(short[] array, int offset) {
        return (FloatVector) ShortVector.fromArray(SHORTS, array, offset).castShape(SPECIES, 0);
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
