package io.osusume.model.hybrid;

import io.osusume.data.Facet;
import io.osusume.data.Franchises;
import io.osusume.data.Interactions;
import io.osusume.data.ItemFacts;
import io.osusume.data.Title;
import io.osusume.data.TrainingData;
import io.osusume.model.ItemMeans;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What features need of each item, in arrays by item index: counts over the training users and facts of the
/// catalogue. It owns its arrays; the package reads them and nobody writes.
final class ItemTable {
    private static final double MEAN_WEIGHT = 10;
    private static final double SCORED_WEIGHT = 5;
    private static final double SCORED_USUALLY = 0.8;

    private final Franchises franchises;
    private final int[] users;
    private final float[] logUsers;
    final float[] meanRating;
    final float[] scoredShare;
    final float[] logListLength;
    final float[] years;
    final int[] types;
    final int[] sources;
    final int[] ageRatings;
    final int[][] genres;
    final int[][] studios;
    final float[] episodes;
    final float[] minutes;

    ItemTable(TrainingData data) {
        Interactions training = data.interactions();
        ItemFacts facts = data.facts();
        int n = training.itemCount();
        franchises = facts.franchises();
        users = training.itemCounts();
        logUsers = new float[n];
        for (int item = 0; item < n; item++) {
            logUsers[item] = (float) Math.log1p(users[item]);
        }
        meanRating = new float[n];
        scoredShare = new float[n];
        logListLength = new float[n];
        habits(training);
        years = new float[n];
        episodes = new float[n];
        minutes = new float[n];
        types = codes(facts, title -> List.of(title.type().label()));
        ageRatings = codes(facts, title -> List.of(title.ageRating().label()));
        sources = codes(facts, Facet.SOURCE::words);
        genres = lists(facts, Facet.GENRE::words);
        studios = lists(facts, Facet.STUDIO::words);
        for (int item = 0; item < n; item++) {
            Optional<Title> title = facts.title(item);
            years[item] = title.map(known -> (float) known.airedFromYears()).orElse(Float.NaN);
            episodes[item] = title.filter(known -> known.episodes() > 0)
                    .map(known -> (float) known.episodes())
                    .orElse(Float.NaN);
            minutes[item] = title.filter(known -> known.durationMinutes() > 0)
                    .map(known -> (float) known.durationMinutes())
                    .orElse(Float.NaN);
        }
    }

    private void habits(Interactions training) {
        double[] lengths = new double[users.length];
        for (int user = 0; user < training.userCount(); user++) {
            double length = Math.log(Math.max(1, training.end(user) - training.begin(user)));
            for (int entry = training.begin(user); entry < training.end(user); entry++) {
                lengths[training.item(entry)] += length;
            }
        }
        ItemMeans means = new ItemMeans(training, MEAN_WEIGHT);
        for (int item = 0; item < users.length; item++) {
            meanRating[item] = (float) means.of(item);
            scoredShare[item] =
                    (float) ((means.scored(item) + SCORED_WEIGHT * SCORED_USUALLY) / (users[item] + SCORED_WEIGHT));
            logListLength[item] = (float) (lengths[item] / Math.max(1, users[item]));
        }
    }

    /// The code of each item's only word, 0 where it has none.
    private static int[] codes(ItemFacts facts, Function<Title, List<String>> words) {
        int[][] lists = lists(facts, words);
        int[] codes = new int[lists.length];
        for (int item = 0; item < codes.length; item++) {
            codes[item] = lists[item].length == 0 ? 0 : lists[item][0] + 1;
        }
        return codes;
    }

    /// The codes of each item's words, numbered from 0 in the order they are met.
    private static int[][] lists(ItemFacts facts, Function<Title, List<String>> words) {
        Map<String, Integer> codes = new HashMap<>();
        int[][] lists = new int[facts.itemCount()][];
        for (int item = 0; item < lists.length; item++) {
            lists[item] = facts.title(item).map(words).orElse(List.of()).stream()
                    .mapToInt(word -> codes.computeIfAbsent(word, _ -> codes.size()))
                    .toArray();
        }
        return lists;
    }

    int count() {
        return users.length;
    }

    /// How many training users have an item.
    int users(int item) {
        return users[item];
    }

    /// The logarithm of `1 + users`.
    float logUsers(int item) {
        return logUsers[item];
    }

    Franchises franchises() {
        return franchises;
    }
}
