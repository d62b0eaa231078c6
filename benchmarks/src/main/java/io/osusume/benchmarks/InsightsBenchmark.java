package io.osusume.benchmarks;

import io.osusume.data.Interactions;
import io.osusume.data.ItemFacts;
import io.osusume.data.Profile;
import io.osusume.data.TrainingData;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.model.SimilarItems;
import io.osusume.model.TrainingListener;
import io.osusume.model.audience.Audiences;
import io.osusume.model.content.ContentTrainer;
import io.osusume.model.content.LikeByFacts;
import io.osusume.model.hybrid.HybridTrainer;
import io.osusume.model.layout.Atlas;
import io.osusume.model.layout.Layout;
import io.osusume.model.layout.LayoutTrainer;
import io.osusume.model.layout.NeighbourLists;
import io.osusume.model.neighbours.ListSample;
import io.osusume.model.rank.LogisticTrainer;
import io.osusume.model.rating.TrimmedRegression;
import io.osusume.model.rating.TrimmedRegressionTrainer;
import io.osusume.natives.OpenBlasLibrary;
import io.osusume.registry.LoadedModel;
import io.osusume.registry.ModelRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// What it takes to learn what a model version tells beside recommendations, step by step, and to ask for it: seconds
/// on the wall and of processor time of the whole process. The map, who has which title, expected scores, a sample of
/// lists.
///
/// Argument: the folder of a registry, such as `artifacts/models`; the champion must be a hybrid.
public final class InsightsBenchmark {
    private static final int LISTS = 8_192;
    private static final int ASKED = 200;
    private static final com.sun.management.OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);

    private InsightsBenchmark() {}

    /// Runs the benchmark.
    ///
    /// @param arguments as the class comment says
    /// @throws IOException if the model cannot be read
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException(
                    "arguments must be the folder of a registry, were " + List.of(arguments));
        }
        Kernels kernels =
                OpenBlasLibrary.kernels(new Threads(Runtime.getRuntime().availableProcessors()));
        ModelRegistry registry = new ModelRegistry(
                Path.of(arguments[0]), List.of(HybridTrainer.defaults(LogisticTrainer.defaults())), kernels);
        LoadedModel loaded = registry.load(
                registry.champion().orElseThrow(() -> new IllegalArgumentException(arguments[0] + " has no champion")));
        Interactions training = loaded.model().training();
        System.out.printf(
                Locale.ROOT,
                "%s, %,d titles, %,d users, %,d entries%n",
                loaded.id(),
                training.itemCount(),
                training.userCount(),
                training.size());
        System.out.println("step                      wall s   processor s");
        map(loaded, kernels);
        TrainingData data = new TrainingData(training, ItemFacts.of(loaded.catalogue(), loaded.items()));
        timed("who has which title", () -> Audiences.of(data, kernels.threads()));
        TrimmedRegression scores = timed(
                "expected scores",
                () -> TrimmedRegressionTrainer.defaults().train(training, kernels, TrainingListener.SILENT));
        ListSample lists = timed("sample of lists", () -> ListSample.of(training, LISTS));
        ask(training, scores, lists);
    }

    private static void map(LoadedModel loaded, Kernels kernels) {
        SimilarItems model = (SimilarItems) loaded.model();
        ItemFacts facts = ItemFacts.of(loaded.catalogue(), loaded.items());
        Threads threads = kernels.threads();
        LikeByFacts byFacts = timed(
                "map: facts",
                () -> new LikeByFacts(facts, ContentTrainer.defaults().fields(), kernels.vectors()));
        NeighbourLists lists = timed(
                "map: neighbours",
                () -> NeighbourLists.of(model, facts.itemCount(), 15, threads).filledFrom(byFacts, threads));
        Layout layout =
                timed("map: layout", () -> LayoutTrainer.defaults().train(lists, threads, TrainingListener.SILENT));
        timed("map: areas", () -> Atlas.of(layout, facts));
    }

    private static void ask(Interactions training, TrimmedRegression scores, ListSample lists) {
        for (int round = 0; round < 2; round++) {
            long start = System.nanoTime();
            float sum = 0;
            for (int user = 0; user < ASKED; user++) {
                Profile profile = training.profile(user * (training.userCount() / ASKED));
                sum += lists.alike(profile, 50).score(0);
            }
            long asked = System.nanoTime();
            for (int user = 0; user < ASKED; user++) {
                Profile profile = training.profile(user * (training.userCount() / ASKED));
                sum += scores.predict(profile, new int[20])[0];
            }
            long end = System.nanoTime();
            if (round == 1) {
                System.out.printf(
                        Locale.ROOT,
                        "ask: 50 fans of a like taste %.2f ms, scores of 20 titles %.3f ms (%.1f)%n",
                        (asked - start) / 1e6 / ASKED,
                        (end - asked) / 1e6 / ASKED,
                        sum);
            }
        }
    }

    private static <T> T timed(String step, Supplier<T> work) {
        long start = System.nanoTime();
        long cpu = PROCESS.getProcessCpuTime();
        T made = work.get();
        System.out.printf(
                Locale.ROOT,
                "%-24s %7.2f %13.2f%n",
                step,
                (System.nanoTime() - start) / 1e9,
                (PROCESS.getProcessCpuTime() - cpu) / 1e9);
        return made;
    }
}
