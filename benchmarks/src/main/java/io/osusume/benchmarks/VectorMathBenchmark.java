package io.osusume.benchmarks;

import io.osusume.kernel.VectorMath;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What the vector instructions buy over the plain loops, for the operations models spend their time in.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class VectorMathBenchmark {
    /// Which implementation.
    @Param({"scalar", "simd"})
    public String kernel = "scalar";

    /// The length of the vectors: an embedding of the net, one of ALS, and a row of item weights.
    @Param({"128", "512", "17562"})
    public int length;

    private VectorMath vectors = VectorMath.scalar();
    private float[] a = {};
    private float[] b = {};
    private float[] squares = {};
    private short[] weights = {};

    /// Draws the vectors.
    @Setup
    public void draw() {
        vectors = kernel.equals("simd") ? VectorMath.simd() : VectorMath.scalar();
        SplittableRandom random = new SplittableRandom(1);
        a = new float[length];
        b = new float[length];
        squares = new float[length];
        weights = new short[length];
        for (int k = 0; k < length; k++) {
            a[k] = (float) random.nextDouble() - .5f;
            b[k] = (float) random.nextDouble() - .5f;
            weights[k] = (short) random.nextInt();
        }
    }

    /// An inner product.
    @Benchmark
    public float dot() {
        return vectors.dot(a, 0, b, 0, length);
    }

    /// Adding a multiple.
    @Benchmark
    public float[] axpy() {
        vectors.axpy(1e-9f, a, 0, b, 0, length);
        return b;
    }

    /// Adding a row of 16-bit weights and the squares of its positive numbers.
    @Benchmark
    public float[] addScaledWithSquares() {
        vectors.addScaledWithSquares(1e-9f, weights, 0, b, squares, 0, length);
        return squares;
    }
}
