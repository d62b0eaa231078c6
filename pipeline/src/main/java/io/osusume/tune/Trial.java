package io.osusume.tune;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One configuration, trained on a share of the users and judged: a row of the log.
///
/// @param number of the configuration, from 0 on; 0 is the present one
/// @param rung from 1 on
/// @param users how many users it was trained on
/// @param values of the settings, by key
/// @param figures what it scored; null if its training failed
/// @param seconds wall time to train and judge it
public record Trial(
        int number,
        int rung,
        int users,
        Map<String, String> values,
        @Nullable Figures figures,
        double seconds) {
    /// Best first: by NDCG@10, then by number; those that failed last.
    public static final Comparator<Trial> BEST_FIRST =
            Comparator.comparingDouble(Trial::merit).reversed().thenComparingInt(Trial::number);

    /// Means over the validation users.
    public record Figures(double ndcg, double recall) {}

    public Trial {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// Whether its training came to an end.
    public boolean succeeded() {
        return figures != null;
    }

    private double merit() {
        return figures == null ? Double.NEGATIVE_INFINITY : figures.ndcg();
    }
}
