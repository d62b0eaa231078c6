package io.osusume.kernel;

import java.util.Objects;

/// The definition of [VectorMath]: the plainest loops.
final class ScalarVectorMath implements VectorMath {
    private final String reason;

    /// @param reason why the plain loops were taken, empty if they were asked for
    ScalarVectorMath(String reason) {
        this.reason = reason;
    }

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public String description() {
        return reason.isEmpty() ? name() : name() + " (" + reason + ")";
    }

    @Override
    public float dot(float[] a, int aOffset, float[] b, int bOffset, int n) {
        Objects.checkFromIndexSize(aOffset, n, a.length);
        Objects.checkFromIndexSize(bOffset, n, b.length);
        float sum = 0;
        for (int k = 0; k < n; k++) {
            sum += a[aOffset + k] * b[bOffset + k];
        }
        return sum;
    }

    @Override
    public void axpy(float alpha, float[] x, int xOffset, float[] y, int yOffset, int n) {
        Objects.checkFromIndexSize(xOffset, n, x.length);
        Objects.checkFromIndexSize(yOffset, n, y.length);
        for (int k = 0; k < n; k++) {
            y[yOffset + k] += alpha * x[xOffset + k];
        }
    }

    @Override
    public void ln(float[] x, int xOffset, float[] y, int yOffset, int n) {
        Objects.checkFromIndexSize(xOffset, n, x.length);
        Objects.checkFromIndexSize(yOffset, n, y.length);
        for (int k = 0; k < n; k++) {
            y[yOffset + k] = Logarithm.of(x[xOffset + k]);
        }
    }

    @Override
    public void addScaled(float alpha, short[] x, int xOffset, float[] y, int yOffset, int n) {
        Objects.checkFromIndexSize(xOffset, n, x.length);
        Objects.checkFromIndexSize(yOffset, n, y.length);
        for (int k = 0; k < n; k++) {
            y[yOffset + k] += alpha * x[xOffset + k];
        }
    }

    @Override
    public void addScaledWithSquares(
            float alpha, short[] x, int xOffset, float[] sums, float[] squares, int offset, int n) {
        Objects.checkFromIndexSize(xOffset, n, x.length);
        Objects.checkFromIndexSize(offset, n, sums.length);
        for (int k = 0; k < n; k++) {
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
        for (int s = from; s < to; s++) {
            int row = rows[s] * n;
            float weight = constant + factor * dot(table, row, x, xOffset, n);
            axpy(weight, table, row, y, yOffset, n);
        }
    }

    @Override
    public void scale(float alpha, float[] x, int xOffset, int n) {
        Objects.checkFromIndexSize(xOffset, n, x.length);
        for (int k = 0; k < n; k++) {
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
        for (int k = 0; k < n; k++) {
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
        float gain1 = factors.gain1();
        float gain2 = factors.gain2();
        for (int k = 0; k < n; k++) {
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
        for (int k = 0; k < n; k++) {
            float root = (float) Math.sqrt(secondMoments[offset + k]);
            float early = root * drift.early() + drift.epsilon();
            float late = root * drift.late() + drift.epsilon();
            weights[offset + k] -= drift.pull() / 2 * firstMoments[offset + k] * (early + late) / (early * late);
        }
    }
}
