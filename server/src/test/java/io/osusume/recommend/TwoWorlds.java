package io.osusume.recommend;

import io.osusume.artifact.Manifest;
import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.IdIndex;
import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.ItemFacts;
import io.osusume.data.RatingScale;
import io.osusume.data.Season;
import io.osusume.data.Title;
import io.osusume.data.TitleType;
import io.osusume.data.TrainingData;
import io.osusume.evaluation.Split;
import io.osusume.insight.InsightSettings;
import io.osusume.insight.InsightTrainer;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.Recommender;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingListener;
import io.osusume.model.content.ContentTrainer;
import io.osusume.model.content.LikeByFacts;
import io.osusume.model.hybrid.HybridTrainer;
import io.osusume.model.rank.LogisticTrainer;
import io.osusume.registry.LoadedModel;
import io.osusume.registry.Registration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/// Eighty titles of two worlds, ids 1 to 80, and 300 users who each love one of them: titles 1 to 40 are of the genre
/// Mecha, 41 to 80 of Romance; of each ten titles the last three are movies; title `k` is of the year 1940 + k, has
/// k episodes of 20 minutes, 1,000 k members and the score 5 + k / 20. Title 80 is for adults only, 79 not shown
/// before 2200, 78 of unknown date, score and age class. Titles 10 and 11 are "Saga" and "Saga 2".
public final class TwoWorlds {
    public static final Kernels KERNELS = kernels();

    private static final int TITLES = 80;
    private static final int USERS = 300;

    private TwoWorlds() {}

    private static Kernels kernels() {
        Threads threads = new Threads(1);
        return new Kernels(VectorMath.scalar(), DenseMath.java(threads), threads);
    }

    /// The trainer of the hybrid that is served.
    public static HybridTrainer hybrid() {
        return HybridTrainer.defaults(LogisticTrainer.defaults());
    }

    /// A trained hybrid.
    public static LoadedModel loaded() {
        IdIndex items = items();
        return new LoadedModel(
                "hybrid-1",
                train(hybrid()),
                users(),
                items,
                RatingScale.SCORED_ONLY,
                catalogue(),
                Manifest.of("model", Instant.parse("2026-11-24T10:00:00Z")));
    }

    /// The same hybrid with all that a version can tell beside recommendations.
    public static LoadedModel insightful() {
        LoadedModel plain = loaded();
        TrainingData data = new TrainingData(interactions(), ItemFacts.of(catalogue(), items()));
        Split split = new Split(items(), users(), interactions(), List.of(), List.of());
        LikeByFacts byFacts =
                new LikeByFacts(data.facts(), ContentTrainer.defaults().fields(), KERNELS.vectors());
        InsightTrainer trainer = new InsightTrainer(
                new InsightSettings(true, 80, USERS), data, split, byFacts, KERNELS, TrainingListener.SILENT);
        return plain.with(trainer.about(plain.model()).insights());
    }

    /// A model of another trainer, on its way into a registry.
    public static Registration registration(Trainer<?> trainer, Recommender model, Instant created) {
        return new Registration(
                model,
                trainer,
                users(),
                items(),
                catalogue(),
                "da7a",
                "v1",
                new TreeMap<>(),
                List.of(),
                List.of(),
                created);
    }

    public static <R extends Recommender> R train(Trainer<R> trainer) {
        return trainer.train(
                new TrainingData(interactions(), ItemFacts.of(catalogue(), items())), KERNELS, TrainingListener.SILENT);
    }

    private static IdIndex users() {
        long[] users = new long[USERS];
        java.util.Arrays.setAll(users, user -> 1000 + user);
        return IdIndex.of(users);
    }

    static IdIndex items() {
        long[] ids = new long[TITLES];
        java.util.Arrays.setAll(ids, item -> item + 1);
        return IdIndex.of(ids);
    }

    private static Interactions interactions() {
        SplittableRandom random = new SplittableRandom(4);
        InteractionsBuilder builder = new InteractionsBuilder(USERS, TITLES, RatingScale.SCORED_ONLY);
        for (int user = 0; user < USERS; user++) {
            int world = user % 2;
            TreeSet<Integer> list = new TreeSet<>();
            while (list.size() < 15) {
                boolean other = random.nextInt(8) == 0;
                list.add((other ? 1 - world : world) * 40 + random.nextInt(40));
            }
            for (int item : list) {
                builder.add(user, item, item / 40 == world ? 7 + random.nextInt(4) : 3 + random.nextInt(4));
            }
        }
        return builder.build();
    }

    public static Catalogue catalogue() {
        List<Title> titles = new ArrayList<>();
        for (int k = 1; k <= TITLES; k++) {
            titles.add(title(k));
        }
        return new Catalogue(titles, List.of());
    }

    private static Title title(int k) {
        String name = k == 10 ? "Saga" : k == 11 ? "Saga 2" : word(k);
        int year = k == 79 ? 2200 : k == 78 ? 0 : 1940 + k;
        return new Title(
                k,
                name,
                k == 1 ? "First of All" : null,
                null,
                k % 10 > 7 || k % 10 == 0 ? TitleType.MOVIE : TitleType.TV,
                k,
                year == 0 ? null : year + "-04-01",
                null,
                year,
                Season.SPRING,
                List.of(k <= 40 ? "Mecha" : "Romance"),
                List.of(k % 2 == 0 ? "Studio Even" : "Studio Odd"),
                k % 3 == 0 ? "Manga" : "Original",
                20,
                k == 80
                        ? AgeRating.ADULT
                        : k == 78 ? AgeRating.UNKNOWN : k % 2 == 0 ? AgeRating.TEENS : AgeRating.VIOLENCE,
                k == 78 ? Double.NaN : 5 + k / 20.0,
                1000 * k,
                null);
    }

    /// A name that has nothing in common with the others: two letters thrice.
    private static String word(int k) {
        char a = (char) ('a' + k / 9);
        char b = (char) ('n' + k % 9);
        return ("" + a + b).repeat(3);
    }
}
