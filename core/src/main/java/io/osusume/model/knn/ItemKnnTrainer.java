package io.osusume.model.knn;

import io.osusume.data.Interactions;
import io.osusume.data.Tensors;
import io.osusume.data.TrainingData;
import io.osusume.kernel.Kernels;
import io.osusume.model.Cooccurrences;
import io.osusume.model.Ranking;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingListener;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds the neighbours of every item by `c_ij / (sqrt(c_i c_j) + shrinkage)`, where `c_ij` users have both items and
/// `c_i`, `c_j` have each: the cosine of the binary columns, drawn to 0 where few users speak.
///
/// @param k how many other items are kept for each item, in [1, 1000]
/// @param shrinkage in users, at least 0; 0 is the plain cosine
public record ItemKnnTrainer(int k, double shrinkage) implements Trainer<ItemKnn> {
    private static final int ITEMS_PER_TASK = 16;

    public ItemKnnTrainer {
        if (k < 1 || k > 1000) {
            throw new IllegalArgumentException("k must be in [1, 1000], was " + k);
        }
        if (!(shrinkage >= 0 && shrinkage < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("shrinkage must be at least 0, was " + shrinkage);
        }
    }

    /// Two neighbours, shrinkage 2.22: of those that keep more than one neighbour the best `tune` found on
    /// the validation users of 5,000 real lists (`docs/results/tune-item-knn.csv`). The library `implicit`
    /// counts an item among its own neighbours: its K is this `k` + 1.
    public static ItemKnnTrainer defaults() {
        return new ItemKnnTrainer(2, 2.22);
    }

    @Override
    public String name() {
        return ItemKnn.NAME;
    }

    @Override
    public SortedMap<String, String> settings() {
        return new TreeMap<>(Map.of("k", Integer.toString(k), "shrinkage", Double.toString(shrinkage)));
    }

    @Override
    public ItemKnn train(TrainingData data, Kernels kernels, TrainingListener listener) {
        Interactions training = data.interactions();
        int itemCount = training.itemCount();
        Cooccurrences cooccurrences = new Cooccurrences(training);
        int[] neighbours = new int[Math.multiplyExact(itemCount, k)];
        float[] similarities = new float[neighbours.length];
        Arrays.fill(neighbours, ItemKnn.NONE);
        kernels.threads().run((itemCount + ITEMS_PER_TASK - 1) / ITEMS_PER_TASK, task -> {
            float[] row = new float[itemCount];
            int end = Math.min(itemCount, (task + 1) * ITEMS_PER_TASK);
            for (int item = task * ITEMS_PER_TASK; item < end; item++) {
                Arrays.fill(row, 0);
                cooccurrences.addRow(item, row, 0);
                toSimilarities(row, item, cooccurrences);
                Ranking best = Ranking.best(row, new int[] {item}, k);
                for (int rank = 0; rank < best.size(); rank++) {
                    neighbours[item * k + rank] = best.index(rank);
                    similarities[item * k + rank] = best.score(rank);
                }
            }
        });
        return new ItemKnn(training, k, neighbours, similarities);
    }

    private void toSimilarities(float[] row, int item, Cooccurrences cooccurrences) {
        double users = cooccurrences.users(item);
        for (int other = 0; other < row.length; other++) {
            row[other] = row[other] == 0
                    ? Float.NEGATIVE_INFINITY
                    : (float) (row[other] / (Math.sqrt(users * cooccurrences.users(other)) + shrinkage));
        }
    }

    @Override
    public ItemKnn restore(Tensors state, TrainingData data, Kernels kernels) {
        int itemCount = data.interactions().itemCount();
        int[] neighbours = state.ints(ItemKnn.NEIGHBOURS, itemCount, k);
        for (int neighbour : neighbours) {
            if (neighbour < ItemKnn.NONE || neighbour >= itemCount) {
                throw new IllegalArgumentException("a neighbour must be an item in [0, " + itemCount + ") or "
                        + ItemKnn.NONE + " for none, was " + neighbour);
            }
        }
        return new ItemKnn(data.interactions(), k, neighbours, state.floats(ItemKnn.SIMILARITIES, itemCount, k));
    }
}
