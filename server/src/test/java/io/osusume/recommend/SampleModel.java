package io.osusume.recommend;

import io.osusume.artifact.Manifest;
import io.osusume.data.Catalogue;
import io.osusume.data.IdIndex;
import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.ItemFacts;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.data.TrainingData;
import io.osusume.evaluation.HeldOutUser;
import io.osusume.evaluation.Split;
import io.osusume.insight.InsightSettings;
import io.osusume.insight.InsightTrainer;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.TrainingListener;
import io.osusume.model.content.ContentTrainer;
import io.osusume.model.content.LikeByFacts;
import io.osusume.model.hybrid.HybridRecommender;
import io.osusume.model.hybrid.HybridTrainer;
import io.osusume.model.rank.LogisticTrainer;
import io.osusume.registry.Insights;
import io.osusume.registry.LoadedModel;
import io.osusume.sample.Generate;
import io.osusume.sample.GenerateSettings;
import io.osusume.sample.SampleCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The whole hybrid with a logistic ranker, trained on a few hundred simulated lists over the 450 titles that are
/// shipped: what pages look like when they are full.
public final class SampleModel {
    private static final String PLANNED = "6";

    private SampleModel() {}

    private static final class Holder {
        private static final LoadedModel LOADED = train();
    }

    /// The model, trained once a JVM.
    public static LoadedModel loaded() {
        return Holder.LOADED;
    }

    private static LoadedModel train() {
        Catalogue catalogue = SampleCatalogue.read().catalogue();
        List<long[]> rows = rows();
        IdIndex users =
                IdIndex.of(rows.stream().mapToLong(row -> row[0]).distinct().toArray());
        IdIndex items =
                IdIndex.of(rows.stream().mapToLong(row -> row[1]).distinct().toArray());
        InteractionsBuilder builder = new InteractionsBuilder(users.size(), items.size(), RatingScale.SCORED_ONLY);
        for (long[] row : rows) {
            builder.add(users.index(row[0]).orElseThrow(), items.index(row[1]).orElseThrow(), Math.toIntExact(row[2]));
        }
        Interactions lists = builder.build();
        Threads threads = new Threads(2);
        HybridTrainer trainer = HybridTrainer.defaults(LogisticTrainer.defaults());
        Kernels kernels = new Kernels(VectorMath.scalar(), DenseMath.java(threads), threads);
        TrainingData data = new TrainingData(lists, ItemFacts.of(catalogue, items));
        HybridRecommender model = trainer.train(data, kernels, TrainingListener.SILENT);
        Manifest manifest = Manifest.of("model", Instant.parse("2026-11-24T10:00:00Z"))
                .withSettings(trainer.settings())
                .withInputs(new TreeMap<>(Map.of("data", "9f2c41aa", "family", model.name())))
                .withCounts(Map.of("interactions", (long) rows.size()))
                .withMetrics(new TreeMap<>(Map.of(
                        "train-seconds", 4.2,
                        "validation-NDCG@10", .4127,
                        "validation-NDCG@100", .4903,
                        "validation-Recall@20", .3518,
                        "validation-MRR", .6412)))
                .withEnvironment(new TreeMap<>(Map.of("code", "1.0", "jvm", "25", "kernels", "scalar, 2 threads")))
                .withNotes(List.of(Manifest.SIMULATED_USERS, "The ranker learnt from lists it had not seen."));
        Split split = new Split(items, users, lists, judges(lists), List.of());
        Insights insights = new InsightTrainer(
                        new InsightSettings(true, 400, 500),
                        data,
                        split,
                        new LikeByFacts(data.facts(), ContentTrainer.defaults().fields(), kernels.vectors()),
                        kernels,
                        TrainingListener.SILENT)
                .about(model)
                .insights();
        return new LoadedModel("hybrid-sample", model, users, items, RatingScale.SCORED_ONLY, catalogue, manifest)
                .with(insights);
    }

    /// Some of the very users the model learnt from: good enough where only the form of figures counts.
    private static List<HeldOutUser> judges(Interactions lists) {
        List<HeldOutUser> judges = new ArrayList<>();
        for (int user = 0; user < 60; user++) {
            Profile all = lists.profile(user);
            int kept = all.size() / 2;
            judges.add(new HeldOutUser(user, part(all, 0, kept), part(all, kept, all.size())));
        }
        return judges;
    }

    private static Profile part(Profile all, int from, int to) {
        int[] some = new int[to - from];
        float[] ratings = new float[to - from];
        for (int k = from; k < to; k++) {
            some[k - from] = all.item(k);
            ratings[k - from] = all.rating(k);
        }
        return Profile.of(some, ratings);
    }

    /// User, item and rating of what simulated users have watched.
    private static List<long[]> rows() {
        try {
            Path folder = Files.createTempDirectory("osusume-sample");
            try {
                GenerateSettings settings = new GenerateSettings(500, 30_000, GenerateSettings.REAL_TITLES, 42, 2);
                Generate.run(settings, folder, TrainingListener.SILENT, Instant.EPOCH);
                List<long[]> rows = new ArrayList<>();
                try (Stream<String> lines = Files.lines(folder.resolve("animelist.csv"))) {
                    lines.skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
                        if (!cells[3].equals(PLANNED)) {
                            rows.add(new long[] {
                                Long.parseLong(cells[0]), Long.parseLong(cells[1]), Long.parseLong(cells[2])
                            });
                        }
                    });
                }
                return rows;
            } finally {
                delete(folder);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
