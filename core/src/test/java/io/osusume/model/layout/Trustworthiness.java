package io.osusume.model.layout;

import io.osusume.model.Ranking;
import io.osusume.model.SimilarItems;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Whether neighbours on the map are neighbours in the model: 1 if all are, .5 for a random map.
///
/// An item among the `k` nearest on the map that is only the `r`-th nearest in the model costs `r - k`.
/// Source: Venna and Kaski (2001).
public final class Trustworthiness {
    private Trustworthiness() {}

    /// The trustworthiness of a layout of the items of a model.
    ///
    /// @param step every `step`-th item is judged, if the model knows anything that is like it
    public static double of(Layout layout, SimilarItems model, int k, int step) {
        int n = layout.itemCount();
        double cost = 0;
        int judged = 0;
        for (int item = 0; item < n; item += step) {
            int[] ranks = new int[n];
            Arrays.fill(ranks, n - 1);
            Ranking similar = model.similarItems(item, n);
            for (int rank = 0; rank < similar.size(); rank++) {
                ranks[similar.index(rank)] = rank + 1;
            }
            if (similar.size() == 0 || similar.score(0) <= 0) {
                continue; // of which the model knows nothing
            }
            for (int near : nearest(layout, item, k)) {
                cost += Math.max(0, ranks[near] - k);
            }
            judged++;
        }
        return 1 - 2 * cost / ((double) judged * k * (2.0 * n - 3.0 * k - 1));
    }

    private static int[] nearest(Layout layout, int item, int k) {
        return IntStream.range(0, layout.itemCount())
                .filter(other -> other != item)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        other -> Math.hypot(layout.x(other) - layout.x(item), layout.y(other) - layout.y(item))))
                .limit(k)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// How many items share the fullest of `cells` x `cells` squares of the map.
    public static int largestPile(Layout layout, int cells) {
        int[] counts = new int[(cells + 1) * (cells + 1)];
        for (int item = 0; item < layout.itemCount(); item++) {
            int column = (int) ((layout.x(item) + 1) / 2 * cells);
            int row = (int) ((layout.y(item) + 1) / 2 * cells);
            counts[row * (cells + 1) + column]++;
        }
        return Arrays.stream(counts).max().orElse(0);
    }
}
