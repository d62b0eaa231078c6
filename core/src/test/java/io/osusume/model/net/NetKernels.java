package io.osusume.model.net;

import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;

/// Kernels for tests of the net, which has no dense algebra: asking for it fails the test.
final class NetKernels {
    private NetKernels() {}

    static Kernels fastest(int threads) {
        return new Kernels(VectorMath.fastest(), new NoDenseMath(), new Threads(threads));
    }

    static Kernels scalar() {
        return new Kernels(VectorMath.scalar(), new NoDenseMath(), new Threads(1));
    }

    private record NoDenseMath() implements DenseMath {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public void invertSymmetric(float[] matrix, int n) {
            throw new AssertionError("the net inverted a matrix");
        }

        @Override
        public void multiply(float[] a, float[] b, float[] c, int m, int n, int k) {
            throw new AssertionError("the net multiplied matrices");
        }
    }
}
