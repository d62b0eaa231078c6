package io.osusume.benchmarks;

import io.osusume.data.Interactions;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.model.TrainingListener;
import io.osusume.model.als.ImplicitAlsTrainer;
import io.osusume.natives.OpenBlasLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/// Seconds an iteration of alternating least squares takes on a simulated matrix of MovieLens-20M's
/// shape (138,493 users, 26,744 items, 9.9 million entries), with 64, 128 and 256 factors, beside the
/// library implicit on the same matrix with as many steps of conjugate gradients, the two taking turns.
/// Both losses are printed after the last iteration. An iteration here includes measuring the loss, one
/// there does not.
///
/// Arguments: `[--iterations N] [--threads N] [--factors N,N] [--alone]`. Run it from the project root;
/// it makes a Python virtual environment, except with `--alone`.
public final class AlsBenchmark {
    private static final double ALPHA = 2;
    private static final double REGULARIZATION = 20;
    private static final int STEPS = 3;

    private final Interactions rows;
    private final Kernels kernels;
    private final double[] seconds;
    private final double[] peerSeconds;
    private double loss;
    private long resumed;
    private long resumedCpu;

    private AlsBenchmark(Interactions rows, Kernels kernels, int iterations) {
        this.rows = rows;
        this.kernels = kernels;
        this.seconds = new double[iterations];
        this.peerSeconds = new double[iterations];
    }

    /// Runs the benchmark.
    ///
    /// @param arguments as the class comment says
    /// @throws IOException if implicit cannot be installed or run
    public static void main(String[] arguments) throws IOException {
        int iterations = 6;
        int count = Runtime.getRuntime().availableProcessors();
        List<String> factors = List.of("64", "128", "256");
        boolean alone = false;
        for (int k = 0; k < arguments.length; k++) {
            switch (arguments[k]) {
                case "--iterations" -> iterations = Integer.parseInt(arguments[++k]);
                case "--threads" -> count = Integer.parseInt(arguments[++k]);
                case "--factors" -> factors = List.of(arguments[++k].split(",", -1));
                case "--alone" -> alone = true;
                default -> throw new IllegalArgumentException("unknown argument " + arguments[k]);
            }
        }
        Threads threads = new Threads(count);
        Kernels kernels = OpenBlasLibrary.kernels(threads);
        System.out.println("kernels: " + kernels.vectors().description() + ", "
                + kernels.dense().name() + ", " + count + " threads");
        Interactions rows = SimulatedInteractions.of(138_493, 26_744, 9_900_000, 1);
        Path file = Files.createDirectories(Path.of("artifacts")).resolve("als-rows.i32");
        ImplicitIterations.write(file, rows);
        for (String size : factors) {
            ImplicitAlsTrainer settings =
                    new ImplicitAlsTrainer(Integer.parseInt(size), ALPHA, REGULARIZATION, iterations, STEPS, 1);
            AlsBenchmark benchmark = new AlsBenchmark(rows, kernels, iterations);
            if (alone) {
                benchmark.train(settings, () -> new double[2]);
            } else {
                try (ImplicitIterations peer = new ImplicitIterations(file, rows, settings, count)) {
                    benchmark.train(settings, peer::iteration);
                    benchmark.compare(settings, peer.version(), peer.loss());
                }
            }
        }
    }

    private interface Peer {
        double[] iteration();
    }

    private void train(ImplicitAlsTrainer settings, Peer peer) {
        resume();
        settings.train(rows, kernels, new TrainingListener() {
            @Override
            public void epoch(int epoch, SortedMap<String, Double> metrics) {
                seconds[epoch - 1] = (System.nanoTime() - resumed) / 1e9;
                double cpuSeconds = (Timing.cpuNanos() - resumedCpu) / 1e9;
                loss = metrics.getOrDefault("loss", Double.NaN);
                double[] other = peer.iteration();
                peerSeconds[epoch - 1] = other[0];
                System.out.printf(
                        Locale.ROOT,
                        "%d factors, iteration %d: %.2f s (%.2f CPU s), implicit %.2f s (%.2f CPU s)%n",
                        settings.embeddingSize(),
                        epoch,
                        seconds[epoch - 1],
                        cpuSeconds,
                        other[0],
                        other[1]);
                resume();
            }
        });
    }

    private void compare(ImplicitAlsTrainer settings, String version, double peerLoss) {
        double mine = Timing.warmMedian(seconds);
        double others = Timing.warmMedian(peerSeconds);
        System.out.printf(
                Locale.ROOT,
                "%d factors: osusume %.2f s an iteration, %s %.2f s: %.2f times as fast; losses %.6f and %.6f%n",
                settings.embeddingSize(),
                mine,
                version,
                others,
                others / mine,
                loss,
                peerLoss);
    }

    private void resume() {
        resumed = System.nanoTime();
        resumedCpu = Timing.cpuNanos();
    }
}
