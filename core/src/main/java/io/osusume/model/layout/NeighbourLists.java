package io.osusume.model.layout;

import io.osusume.kernel.Threads;
import io.osusume.model.Ranking;
import io.osusume.model.SimilarItems;
import java.util.Arrays;

/// The nearest neighbours of every item by a model, nearest first. Immutable.
///
/// Shape: `itemCount` x `k` row-major; similarities are more than 0 and fall along a row. A row is
/// shorter than `k` where fewer items are alike at all, and empty for an item of which the model knows
/// nothing.
public final class NeighbourLists {
    static final int NONE = -1;

    private static final int ITEMS_PER_TASK = 32;

    private final int itemCount;
    private final int k;
    private final int[] neighbours;
    private final float[] similarities;

    private NeighbourLists(int itemCount, int k, int[] neighbours, float[] similarities) {
        this.itemCount = itemCount;
        this.k = k;
        this.neighbours = neighbours;
        this.similarities = similarities;
    }

    /// Asks a model for the `k` items most like each item.
    ///
    /// @param itemCount how many items the model knows
    /// @param k at least 1
    /// @throws IllegalArgumentException if `k` is less than 1
    public static NeighbourLists of(SimilarItems model, int itemCount, int k, Threads threads) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, was " + k);
        }
        int[] neighbours = new int[Math.multiplyExact(itemCount, k)];
        Arrays.fill(neighbours, NONE);
        return new NeighbourLists(itemCount, k, neighbours, new float[neighbours.length]).filledFrom(model, threads);
    }

    /// These lists, where items without any neighbour take theirs from another model, such as one that knows facts:
    /// then they too have a place beside what they are like. It is asked about these items only.
    public NeighbourLists filledFrom(SimilarItems model, Threads threads) {
        int[] filled = neighbours.clone();
        float[] filledSimilarities = similarities.clone();
        threads.run((itemCount + ITEMS_PER_TASK - 1) / ITEMS_PER_TASK, task -> {
            for (int item = task * ITEMS_PER_TASK; item < Math.min(itemCount, (task + 1) * ITEMS_PER_TASK); item++) {
                if (size(item) > 0) {
                    continue;
                }
                Ranking similar = model.similarItems(item, k);
                int begin = item * k;
                for (int rank = 0; rank < similar.size() && rank < k && similar.score(rank) > 0; rank++) {
                    filled[begin + rank] = similar.index(rank);
                    filledSimilarities[begin + rank] = similar.score(rank);
                }
            }
        });
        return new NeighbourLists(itemCount, k, filled, filledSimilarities);
    }

    public int itemCount() {
        return itemCount;
    }

    /// The most neighbours an item has.
    public int k() {
        return k;
    }

    /// How many neighbours an item has, at most `k`.
    public int size(int item) {
        int size = 0;
        while (size < k && neighbours[item * k + size] != NONE) {
            size++;
        }
        return size;
    }

    /// The neighbour at a rank in [0, `size(item)`), 0 the nearest.
    public int neighbour(int item, int rank) {
        return neighbours[item * k + rank];
    }

    /// How alike the neighbour at a rank is, in the model's own unit.
    public float similarity(int item, int rank) {
        return similarities[item * k + rank];
    }
}
