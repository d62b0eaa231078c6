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
    public void scale(float alpha, float[] x, int xOffset, int n) {
        Objects.checkFromIndexSize(xOffset, n, x.length);
        for (int k = 0; k < n; k++) {
            x[xOffset + k] *= alpha;
        }
    }
}
