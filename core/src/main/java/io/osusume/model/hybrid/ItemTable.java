package io.osusume.model.hybrid;

import io.osusume.data.Facet;
import io.osusume.data.Franchises;
import io.osusume.data.Interactions;
import io.osusume.data.ItemFacts;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
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

    private static final String USERS = "users";
    private static final String LISTS = "lists";
    private static final String MEAN_RATING = "mean-rating";
    private static final String SCORED_SHARE = "scored-share";
    private static final String LOG_LIST_LENGTH = "log-list-length";

    private final Franchises franchises;
    private final int lists;
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

    /// The table of some lists and what is known of their items.
    static ItemTable of(TrainingData data) {
        Interactions training = data.interactions();
        int n = training.itemCount();
        int[] users = training.itemCounts();
        float[] meanRating = new float[n];
        float[] scoredShare = new float[n];
        double[] lengths = new double[n];
        for (int user = 0; user < training.userCount(); user++) {
            double length = Math.log(Math.max(1, training.end(user) - training.begin(user)));
            for (int entry = training.begin(user); entry < training.end(user); entry++) {
                lengths[training.item(entry)] += length;
            }
        }
        float[] logListLength = new float[n];
        ItemMeans means = new ItemMeans(training, MEAN_WEIGHT);
        for (int item = 0; item < n; item++) {
            meanRating[item] = (float) means.of(item);
            scoredShare[item] =
                    (float) ((means.scored(item) + SCORED_WEIGHT * SCORED_USUALLY) / (users[item] + SCORED_WEIGHT));
            logListLength[item] = (float) (lengths[item] / Math.max(1, users[item]));
        }
        return new ItemTable(data.facts(), training.userCount(), users, meanRating, scoredShare, logListLength);
    }

    /// The table a model's state holds, without looking at the lists again.
    ///
    /// @throws IllegalArgumentException if it does not fit the facts
    static ItemTable of(Tensors state, ItemFacts facts) {
        int n = facts.itemCount();
        return new ItemTable(
                facts,
                Integer.parseInt(state.attribute(LISTS)),
                state.ints(USERS, n),
                state.floats(MEAN_RATING, n),
                state.floats(SCORED_SHARE, n),
                state.floats(LOG_LIST_LENGTH, n));
    }

    /// A model's state and what the table knows of the lists; they share their arrays.
    Tensors addedTo(Tensors state) {
        int n = users.length;
        return state.withAll("", Tensors.of(Map.of(LISTS, Integer.toString(lists))))
                .with(USERS, Tensor.of(users, n))
                .with(MEAN_RATING, Tensor.of(meanRating, n))
                .with(SCORED_SHARE, Tensor.of(scoredShare, n))
                .with(LOG_LIST_LENGTH, Tensor.of(logListLength, n));
    }

    private ItemTable(
            ItemFacts facts, int lists, int[] users, float[] meanRating, float[] scoredShare, float[] logListLength) {
        this.franchises = facts.franchises();
        this.lists = lists;
        this.users = users;
        this.meanRating = meanRating;
        this.scoredShare = scoredShare;
        this.logListLength = logListLength;
        int n = users.length;
        logUsers = new float[n];
        for (int item = 0; item < n; item++) {
            logUsers[item] = (float) Math.log1p(users[item]);
        }
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

    /// How many lists the counts are of.
    int lists() {
        return lists;
    }

    /// How many of the lists have an item: its counts, not to be written to.
    int[] users() {
        return users;
    }

    /// How many of the lists have an item.
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
