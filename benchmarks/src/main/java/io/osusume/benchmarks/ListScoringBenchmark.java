package io.osusume.benchmarks;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.RandomOrder;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.model.FoldIn;
import io.osusume.model.hybrid.HybridTrainer;
import io.osusume.model.rank.LogisticTrainer;
import io.osusume.natives.OpenBlasLibrary;
import io.osusume.registry.LoadedModel;
import io.osusume.registry.ModelRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Milliseconds to score one list with the champion of a registry, both stages against all titles, on one core: lists
/// of its training users, cut at random to one length after the other.
///
/// Argument: the folder of the registry, such as `artifacts/models`; the champion must be a hybrid.
public final class ListScoringBenchmark {
    private static final int[] LENGTHS = {5, 20, 50, 100, 200, 300, 400, 800};
    private static final int LISTS = 400;

    private ListScoringBenchmark() {}

    /// Runs the benchmark.
    ///
    /// @param arguments as the class comment says
    /// @throws IOException if the model cannot be read
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException(
                    "arguments must be the folder of a registry, were " + List.of(arguments));
        }
        Kernels kernels = OpenBlasLibrary.kernels(new Threads(1));
        ModelRegistry registry = new ModelRegistry(
                Path.of(arguments[0]), List.of(HybridTrainer.defaults(LogisticTrainer.defaults())), kernels);
        LoadedModel loaded = registry.load(
                registry.champion().orElseThrow(() -> new IllegalArgumentException(arguments[0] + " has no champion")));
        FoldIn model = (FoldIn) loaded.model();
        System.out.printf(Locale.ROOT, "%s, %,d titles%n", loaded.id(), model.itemCount());
        System.out.println("titles  p50 ms  p95 ms");
        for (int length : LENGTHS) {
            double[] millis = times(model, length);
            System.out.printf(Locale.ROOT, "%6d  %6.2f  %6.2f%n", length, millis[LISTS / 2], millis[LISTS * 95 / 100]);
        }
    }

    /// The times of some lists, ascending, after as many to warm up.
    private static double[] times(FoldIn model, int length) {
        SplittableRandom random = new SplittableRandom(length);
        float[] scores = new float[model.itemCount()];
        double[] millis = new double[LISTS];
        for (int round = -LISTS; round < LISTS; round++) {
            Profile list = list(model.training(), length, random);
            long start = System.nanoTime();
            model.score(list, scores);
            if (round >= 0) {
                millis[round] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        return millis;
    }

    private static Profile list(Interactions training, int length, SplittableRandom random) {
        int user = random.nextInt(training.userCount());
        while (training.end(user) - training.begin(user) < length) {
            user = random.nextInt(training.userCount());
        }
        int[] order = RandomOrder.of(training.end(user) - training.begin(user), random);
        int[] items = new int[length];
        float[] ratings = new float[length];
        for (int k = 0; k < length; k++) {
            items[k] = training.item(training.begin(user) + order[k]);
            ratings[k] = training.rating(training.begin(user) + order[k]);
        }
        return Profile.of(items, ratings);
    }
}
