package io.osusume.benchmarks;

import io.osusume.model.rank.Tree;
import io.osusume.model.rank.TreeEnsemble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

/// What it takes to score and to explain the candidates of one list: 300 rows of 67 features.
///
/// The trees are made at random, each cut at a random place: some paths are much longer than others.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TreeScoringBenchmark {
    private static final int ROWS = 300;
    private static final int WIDTH = 67;

    /// How many leaves a tree has.
    @Param({"31"})
    public int leaves;

    /// How many trees there are.
    @Param({"150"})
    public int trees;

    private TreeEnsemble ensemble = TreeEnsemble.of(List.of("none"), List.of());
    private float[] rows = {};
    private float[] reference = {};
    private double[] margins = {};

    /// Grows the trees and draws the rows, one number in fifty missing.
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        List<Tree> grown = new ArrayList<>();
        for (int tree = 0; tree < trees; tree++) {
            grown.add(grow(leaves, random));
        }
        ensemble =
                TreeEnsemble.of(IntStream.range(0, WIDTH).mapToObj(k -> "f" + k).toList(), grown);
        rows = new float[ROWS * WIDTH];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = random.nextInt(50) == 0 ? Float.NaN : (float) random.nextGaussian();
        }
        reference = Arrays.copyOfRange(rows, 100 * WIDTH, 101 * WIDTH);
        margins = new double[ROWS];
    }

    private static Tree grow(int leaves, SplittableRandom random) {
        if (leaves == 1) {
            return new Tree.Leaf(random.nextGaussian() / 10, 1 + random.nextInt(1000));
        }
        int left = random.nextInt(1, leaves);
        return new Tree.Split(
                random.nextInt(WIDTH),
                random.nextGaussian(),
                random.nextBoolean(),
                grow(left, random),
                grow(leaves - left, random));
    }

    /// All rows at once.
    @Benchmark
    public double[] together() {
        ensemble.margins(rows, ROWS, margins);
        return margins;
    }

    /// The plain loop, row by row.
    @Benchmark
    public double[] oneByOne() {
        for (int row = 0; row < ROWS; row++) {
            margins[row] = ensemble.margin(rows, row * WIDTH);
        }
        return margins;
    }

    /// The contributions of ten rows, counted from another.
    @Benchmark
    public double explainTen() {
        double sum = 0;
        for (int row = 0; row < 10; row++) {
            sum += ensemble.contributions(rows, row * WIDTH, reference)[WIDTH];
        }
        return sum;
    }
}
