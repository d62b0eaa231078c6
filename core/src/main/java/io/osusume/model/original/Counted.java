package io.osusume.model.original;

import io.osusume.model.Ranking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sums by item that remember which item came first, as a Python dictionary does. Belongs to one thread.
final class Counted {
    private final Map<Integer, Double> sums = new LinkedHashMap<>();

    void add(int item, double weight) {
        sums.merge(item, weight, Double::sum);
    }

    /// All items, the largest sum first, ties as they came.
    Ranking ranking() {
        List<Map.Entry<Integer, Double>> sorted = new ArrayList<>(sums.entrySet());
        sorted.sort(Map.Entry.<Integer, Double>comparingByValue().reversed()); // stable
        int[] items = new int[sorted.size()];
        float[] scores = new float[items.length];
        for (int rank = 0; rank < items.length; rank++) {
            items[rank] = sorted.get(rank).getKey();
            scores[rank] = sorted.get(rank).getValue().floatValue();
        }
        return Ranking.of(items, scores);
    }
}
