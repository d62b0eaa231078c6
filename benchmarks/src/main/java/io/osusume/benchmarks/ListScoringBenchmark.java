package io.osusume.benchmarks;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.RandomOrder;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.model.Ranking;
import io.osusume.model.ScoredList;
import io.osusume.model.hybrid.HybridRecommender;
import io.osusume.model.hybrid.HybridTrainer;
import io.osusume.model.rank.LogisticTrainer;
import io.osusume.model.rerank.FranchiseRule;
import io.osusume.model.rerank.Wishes;
import io.osusume.natives.OpenBlasLibrary;
import io.osusume.registry.LoadedModel;
import io.osusume.registry.ModelRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Milliseconds of processor time to serve one list with the champion of a registry, in one thread: to score it, both
/// stages against all titles; to find the 20 titles to show, one a franchise; and to explain ten of them. The lists are
/// those of its training users, cut at random to one length after the other. Other programs on the machine disturb
/// processor time less than they would disturb a clock on the wall.
///
/// Argument: the folder of the registry, such as `artifacts/models`; the champion must be a hybrid.
public final class ListScoringBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int[] LENGTHS = {5, 20, 50, 100, 126, 200, 300, 400, 800};
    private static final int LISTS = 400;
    private static final int SHOWN = 20;
    private static final int EXPLAINED = 10;
    private static final Wishes WISHES = new Wishes(new BitSet(), FranchiseRule.ONE_PART, 0, 0);
    private static final List<String> STEPS = List.of("scored", "shown", "explained");

    private final HybridRecommender model;

    private ListScoringBenchmark(HybridRecommender model) {
        this.model = model;
    }

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
        HybridRecommender model = (HybridRecommender) loaded.model();
        System.out.printf(
                Locale.ROOT, "%s, %,d titles, milliseconds of processor time%n", loaded.id(), model.itemCount());
        System.out.print("titles");
        STEPS.forEach(step -> System.out.printf("  %9s p50    p95   mean", step));
        System.out.println();
        for (int length : LENGTHS) {
            new ListScoringBenchmark(model).print(length);
        }
    }

    private void print(int length) {
        double[][] millis = times(length);
        System.out.printf(Locale.ROOT, "%6d", length);
        for (double[] step : millis) {
            double mean = Arrays.stream(step).average().orElseThrow();
            Arrays.sort(step);
            System.out.printf(Locale.ROOT, "  %13.3f %6.3f %6.3f", step[LISTS / 2], step[LISTS * 95 / 100], mean);
        }
        System.out.println();
    }

    /// The times of each step for some lists, after as many to warm up.
    private double[][] times(int length) {
        SplittableRandom random = new SplittableRandom(length);
        double[][] millis = new double[STEPS.size()][LISTS];
        for (int round = -LISTS; round < LISTS; round++) {
            Profile list = list(model.training(), length, random);
            long start = THREADS.getCurrentThreadCpuTime();
            ScoredList scored = model.scored(list);
            long ranked = THREADS.getCurrentThreadCpuTime();
            Ranking shown = WISHES.best(scored.scores(), list, SHOWN, model.traits());
            long explained = THREADS.getCurrentThreadCpuTime();
            for (int rank = 0; rank < EXPLAINED; rank++) {
                scored.explain(shown.index(rank));
            }
            long end = THREADS.getCurrentThreadCpuTime();
            if (round >= 0) {
                millis[0][round] = (ranked - start) / 1e6;
                millis[1][round] = (explained - ranked) / 1e6;
                millis[2][round] = (end - explained) / 1e6;
            }
        }
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
