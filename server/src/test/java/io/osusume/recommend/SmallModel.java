package io.osusume.recommend;

import io.osusume.artifact.Manifest;
import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.IdIndex;
import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.data.Season;
import io.osusume.data.Tensors;
import io.osusume.data.Title;
import io.osusume.data.TitleType;
import io.osusume.model.FoldIn;
import io.osusume.model.Recommender;
import io.osusume.registry.LoadedModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A real, tiny model: an item's score is how often the users of the training data watched it together with the titles
/// of the profile, each pair weighted by the profile's rating (1 if not scored).
///
/// Seven titles; users 100, 200 and 300:
/// ```
///            Bebop(1) Trigun(6) S;G(9253) S;G 0(30484) Naruto(20) FMA(5114) Adult(777)
/// user 100      9        8                                                     7
/// user 200      8        0          10          9
/// user 300                          10          8         3          9
/// ```
/// Title 5114 is known to the model and the catalogue, 888 only to the model, 999 only to the catalogue.
public final class SmallModel implements FoldIn {
    private static final long[] ITEMS = {1, 6, 20, 777, 888, 5114, 9253, 30484};

    private final Interactions training;

    private SmallModel(Interactions training) {
        this.training = training;
    }

    /// The model with its ids and catalogue.
    public static LoadedModel loaded() {
        return loaded(new SmallModel(interactions()));
    }

    /// The same ids and catalogue around a model that cannot serve lists.
    public static LoadedModel loadedWithoutFoldIn() {
        Interactions training = interactions();
        return loaded(new Recommender() {
            @Override
            public String name() {
                return "fixed";
            }

            @Override
            public Interactions training() {
                return training;
            }

            @Override
            public void score(int userIndex, float[] scores) {
                for (int item = 0; item < scores.length; item++) {
                    scores[item] = item;
                }
            }

            @Override
            public Tensors state() {
                return Tensors.of(Map.of());
            }
        });
    }

    private static LoadedModel loaded(Recommender model) {
        return new LoadedModel(
                "small-1",
                model,
                IdIndex.of(100, 200, 300),
                IdIndex.of(ITEMS),
                RatingScale.SCORED_ONLY,
                catalogue(),
                Manifest.of("model", Instant.parse("2026-11-24T10:00:00Z"))
                        .withMetrics(new TreeMap<>(Map.of("NDCG@10", 0.5))));
    }

    private static Interactions interactions() {
        IdIndex items = IdIndex.of(ITEMS);
        InteractionsBuilder builder = new InteractionsBuilder(3, ITEMS.length, RatingScale.SCORED_ONLY);
        int[][] rows = {
            {0, 1, 9}, {0, 6, 8}, {0, 777, 7}, {0, 888, 7},
            {1, 1, 8}, {1, 6, 0}, {1, 9253, 10}, {1, 30484, 9},
            {2, 9253, 10}, {2, 30484, 8}, {2, 20, 3}, {2, 5114, 9},
        };
        for (int[] row : rows) {
            builder.add(row[0], items.index(row[1]).orElseThrow(), row[2]);
        }
        return builder.build();
    }

    public static Catalogue catalogue() {
        List<Title> titles = new ArrayList<>();
        titles.add(title(1, "Cowboy Bebop", null, "カウボーイビバップ", 1998, 8.8, 1_252_000, AgeRating.VIOLENCE));
        titles.add(title(6, "Trigun", null, "トライガン", 1998, 8.2, 559_000, AgeRating.TEENS));
        titles.add(title(20, "Naruto", null, "ナルト", 2002, 7.9, 1_830_000, AgeRating.TEENS));
        titles.add(title(777, "Yoru no Sample", null, null, 2010, 6.1, 10_000, AgeRating.ADULT));
        titles.add(title(
                5114, "Fullmetal Alchemist: Brotherhood", null, "鋼の錬金術師", 2009, 9.2, 2_248_000, AgeRating.VIOLENCE));
        titles.add(title(9253, "Steins;Gate", null, "シュタインズ・ゲート", 2011, 9.1, 1_771_000, AgeRating.TEENS));
        titles.add(title(30484, "Steins;Gate 0", null, null, 2018, 8.5, 500_000, AgeRating.TEENS));
        titles.add(title(
                999, "Sousou no Frieren", "Frieren: Beyond Journey's End", null, 2023, 9.3, 900_000, AgeRating.TEENS));
        return new Catalogue(titles, List.of());
    }

    public static Title title(
            long itemId,
            String name,
            @Nullable String english,
            @Nullable String japanese,
            int year,
            double score,
            int members,
            AgeRating ageRating) {
        return new Title(
                itemId,
                name,
                english,
                japanese,
                TitleType.TV,
                24,
                null,
                null,
                year,
                Season.SPRING,
                List.of("Action", "Sci-Fi"),
                List.of("Studio <A>"),
                "Original",
                24,
                ageRating,
                score,
                members,
                null);
    }

    @Override
    public String name() {
        return "co-occurrence";
    }

    @Override
    public Interactions training() {
        return training;
    }

    @Override
    public void score(Profile profile, float[] scores) {
        java.util.Arrays.fill(scores, 0);
        for (int user = 0; user < training.userCount(); user++) {
            Profile other = training.profile(user);
            float shared = 0;
            for (int k = 0; k < profile.size(); k++) {
                float weight = Float.isNaN(profile.rating(k)) ? 1 : profile.rating(k);
                shared += other.contains(profile.item(k)) ? weight : 0;
            }
            for (int item : other.items()) {
                scores[item] += shared;
            }
        }
    }

    @Override
    public Tensors state() {
        return Tensors.of(Map.of());
    }
}
