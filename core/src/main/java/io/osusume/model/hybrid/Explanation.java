package io.osusume.model.hybrid;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Why an item has its score: exact shares that add up to it.
///
/// What the ranker's trees owe to features that follow from entries of the list (SHAP values) is dealt to these
/// entries: what speaks for the item in proportion to each entry's support, what speaks against it in proportion to
/// each entry's opposition. The rest stays with the features. It owns its arrays.
public final class Explanation {
    private final double base;
    private final double[] byEntry;
    private final Map<String, Double> byFeature;

    Explanation(double base, double[] byEntry, Map<String, Double> byFeature) {
        this.base = base;
        this.byEntry = byEntry;
        this.byFeature = Collections.unmodifiableMap(new LinkedHashMap<>(byFeature));
    }

    /// The log-odds of a candidate of which nothing is known.
    public double base() {
        return base;
    }

    /// What an entry of the list adds to the log-odds, against it when negative.
    ///
    /// @param entry a place of the profile
    public double entry(int entry) {
        return byEntry[entry];
    }

    /// What features that no single entry accounts for add, by their names, in the order of a row.
    public Map<String, Double> byFeature() {
        return byFeature;
    }

    /// The log-odds: base, entries and features together.
    public double score() {
        double sum = base;
        for (double share : byEntry) {
            sum += share;
        }
        for (double share : byFeature.values()) {
            sum += share;
        }
        return sum;
    }
}
