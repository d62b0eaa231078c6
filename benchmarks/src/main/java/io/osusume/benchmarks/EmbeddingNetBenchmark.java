package io.osusume.benchmarks;

import io.osusume.data.Interactions;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.TrainingListener;
import io.osusume.model.net.EmbeddingNetTrainer;
import io.osusume.model.net.LearningRateSchedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Seconds an epoch of the embedding net at the original's size (3,246,641 rows, 4,203 users, 17,149
/// titles, 128 numbers an embedding, batches of 10,000); with `--against keras` beside the original in
/// Keras on the same rows, the two taking turns epoch by epoch.
///
/// Measured so far on 2 cores that others were using too: in three runs the ratio of the medians to Keras
/// 3.15.1 was
/// 5.5, 6.1 and 7.1. A figure from a quiet machine is still owed.
///
/// Arguments: `[--epochs N] [--threads N] [--scalar] [--against keras]`. Run it from the project root.
public final class EmbeddingNetBenchmark {
    private final double[] seconds;
    private final double[] kerasSeconds;
    private final @Nullable KerasEpochs keras;
    private long resumed;
    private long resumedCpu;

    private EmbeddingNetBenchmark(int epochs, @Nullable KerasEpochs keras) {
        seconds = new double[epochs];
        kerasSeconds = new double[epochs];
        this.keras = keras;
    }

    /// Runs the benchmark.
    ///
    /// @param arguments as the class comment says
    /// @throws IOException if Keras cannot be installed or run
    public static void main(String[] arguments) throws IOException {
        int epochs = 8;
        int threads = Runtime.getRuntime().availableProcessors();
        boolean scalar = false;
        boolean againstKeras = false;
        for (int k = 0; k < arguments.length; k++) {
            switch (arguments[k]) {
                case "--epochs" -> epochs = Integer.parseInt(arguments[++k]);
                case "--threads" -> threads = Integer.parseInt(arguments[++k]);
                case "--scalar" -> scalar = true;
                case "--against" -> {
                    againstKeras = true;
                    if (!arguments[++k].equals("keras")) {
                        throw new IllegalArgumentException("--against must be keras, was " + arguments[k]);
                    }
                }
                default -> throw new IllegalArgumentException("unknown argument " + arguments[k]);
            }
        }
        VectorMath vectors = scalar ? VectorMath.scalar() : VectorMath.fastest();
        System.out.println("kernels: " + vectors.description() + ", " + threads + " threads");
        Interactions rows = SimulatedInteractions.of(4_203, 17_149, 3_246_641, 1);
        Path artifacts = Files.createDirectories(Path.of("artifacts"));
        try (KerasEpochs keras = againstKeras ? new KerasEpochs(artifacts, rows, threads) : null) {
            new EmbeddingNetBenchmark(epochs, keras)
                    .run(rows, new Kernels(vectors, new NoDenseMath(), new Threads(threads)));
        }
    }

    private void run(Interactions rows, Kernels kernels) throws IOException {
        EmbeddingNetTrainer original = EmbeddingNetTrainer.original();
        EmbeddingNetTrainer trainer = new EmbeddingNetTrainer(
                original.name(),
                original.embeddingSize(),
                seconds.length,
                original.batchSize(),
                LearningRateSchedule.constant(1e-5),
                original.adamRule(),
                original.batchNormMomentum(),
                original.unscored(),
                original.validationRows(),
                seconds.length,
                original.seed());
        resumed = System.nanoTime();
        resumedCpu = Timing.cpuNanos();
        trainer.train(rows, kernels, new TrainingListener() {
            @Override
            public void epoch(int epoch, SortedMap<String, Double> metrics) {
                turn(epoch, metrics);
            }
        });
        System.out.printf(
                "osusume: median %.2f s an epoch, peak memory %d MB%n", Timing.warmMedian(seconds), peakMegabytes());
        if (keras != null) {
            System.out.printf(
                    "keras: median %.2f s an epoch; osusume is %.1f times as fast%n",
                    Timing.warmMedian(kerasSeconds), Timing.warmMedian(kerasSeconds) / Timing.warmMedian(seconds));
        }
    }

    private void turn(int epoch, SortedMap<String, Double> metrics) {
        seconds[epoch - 1] = (System.nanoTime() - resumed) / 1e9;
        double cpuSeconds = (Timing.cpuNanos() - resumedCpu) / 1e9;
        System.out.printf(
                "osusume epoch %d: %.2f s (%.1f CPU s), loss %.4f%n",
                epoch, seconds[epoch - 1], cpuSeconds, metrics.get("loss"));
        if (keras != null) {
            KerasEpochs.Epoch other = keras.epoch();
            kerasSeconds[epoch - 1] = other.seconds();
            System.out.printf(
                    "keras   epoch %d: %.2f s (%.1f CPU s), loss %.4f, peak memory %d MB%n",
                    epoch, other.seconds(), other.cpuSeconds(), other.loss(), other.peakBytes() >> 20);
        }
        resumed = System.nanoTime();
        resumedCpu = Timing.cpuNanos();
    }

    private static long peakMegabytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return -1;
    }

    /// The net needs no dense algebra.
    private record NoDenseMath() implements DenseMath {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public void invertSymmetric(float[] matrix, int n) {
            throw new IllegalStateException("the net needs no dense algebra");
        }

        @Override
        public void multiply(float[] a, float[] b, float[] c, int m, int n, int k) {
            throw new IllegalStateException("the net needs no dense algebra");
        }
    }
}
