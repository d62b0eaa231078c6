package io.osusume.benchmarks;

import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.model.Recommender;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingListener;
import io.osusume.model.edlae.EdlaeTrainer;
import io.osusume.model.popularity.PopularityTrainer;
import io.osusume.natives.OpenBlasLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The standard public benchmark: MovieLens-1M in the split of LightGCN and UltraGCN, beside the figures
/// published on it.
///
/// Arguments: `[--data DIR] [--json FILE] [--search]`. Without `--search` the settings are those that a search
/// found; with it they are searched again, on a tenth of the training entries (the test file is read only for
/// the final figures), which takes a minute or two.
///
/// Source of the published line: Mao and others, UltraGCN: Ultra simplification of graph convolutional
/// networks for recommendation (2021).
public final class Ml1mBenchmark {
    private static final double TUNING_SHARE = .1;
    private static final long TUNING_SEED = 7;
    private static final Ml1m.Figures ULTRA_GCN = new Ml1m.Figures(.2787, .2642);

    private Ml1mBenchmark() {}

    /// EDLAE as it is, with the settings the search found.
    static EdlaeTrainer plain() {
        return new EdlaeTrainer(400, .6, .1);
    }

    /// EDLAE with both discounts, with the settings the search found.
    static EdlaeTrainer discounted() {
        return new EdlaeTrainer(400, .4, .1, 0, .5, .1);
    }

    /// Runs the benchmark.
    ///
    /// @param arguments as the class comment says
    /// @throws IOException if the data cannot be read or the JSON not written
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of("../shared/data/ml-1m");
        Path json = Path.of("docs/results/ml-1m.json");
        boolean search = false;
        for (int k = 0; k < arguments.length; k++) {
            switch (arguments[k]) {
                case "--data" -> data = Path.of(arguments[++k]);
                case "--json" -> json = Path.of(arguments[++k]);
                case "--search" -> search = true;
                default -> throw new IllegalArgumentException("unknown argument " + arguments[k]);
            }
        }
        Threads threads = new Threads(Runtime.getRuntime().availableProcessors());
        Kernels kernels = OpenBlasLibrary.kernels(threads);
        Ml1m ml1m = Ml1m.read(data);
        Ml1m tuning = ml1m.tuning(TUNING_SHARE, TUNING_SEED);
        Map<String, Trainer<? extends Recommender>> trainers = new LinkedHashMap<>();
        trainers.put("edlae, both discounts", search ? new Ml1mSearch(tuning, true, kernels).best() : discounted());
        trainers.put("edlae", search ? new Ml1mSearch(tuning, false, kernels).best() : plain());
        trainers.put("popularity", new PopularityTrainer());
        List<String> rows = new ArrayList<>();
        System.out.printf("%-24s %10s %10s%n", "model", "Recall@20", "NDCG@20");
        trainers.forEach((name, trainer) -> {
            Ml1m.Figures figures = figures(ml1m, trainer, kernels);
            Ml1m.Figures tuned = figures(tuning, trainer, kernels);
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %10.4f %10.4f   %s%n",
                    name,
                    figures.recall(),
                    figures.ndcg(),
                    trainer.settings());
            rows.add(row(name, figures, tuned, trainer.settings()));
        });
        System.out.printf(
                Locale.ROOT, "%-24s %10.4f %10.4f   as published%n", "UltraGCN", ULTRA_GCN.recall(), ULTRA_GCN.ndcg());
        Path folder = json.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(
                json,
                "{\n  \"models\": [\n" + String.join(",\n", rows) + "\n  ],\n  \"published\": "
                        + String.format(
                                Locale.ROOT,
                                "{\"name\": \"UltraGCN\", \"recall@20\": %.4f, \"ndcg@20\": %.4f}",
                                ULTRA_GCN.recall(),
                                ULTRA_GCN.ndcg())
                        + ",\n  \"command\": \"./osusume benchmark Ml1mBenchmark\"\n}\n");
        System.out.println("written to " + json);
    }

    private static Ml1m.Figures figures(Ml1m data, Trainer<? extends Recommender> trainer, Kernels kernels) {
        return data.evaluate(trainer.train(data.training(), kernels, TrainingListener.SILENT), kernels.threads());
    }

    private static String row(String name, Ml1m.Figures test, Ml1m.Figures tuning, Map<String, String> settings) {
        return String.format(
                Locale.ROOT,
                "    {\"name\": \"%s\", \"recall@20\": %.4f, \"ndcg@20\": %.4f, \"tuning\": {\"recall@20\": %.4f,"
                        + " \"ndcg@20\": %.4f}, \"settings\": {%s}}",
                name,
                test.recall(),
                test.ndcg(),
                tuning.recall(),
                tuning.ndcg(),
                settings.entrySet().stream()
                        .map(setting -> "\"" + setting.getKey() + "\": \"" + setting.getValue() + "\"")
                        .collect(Collectors.joining(", ")));
    }
}
