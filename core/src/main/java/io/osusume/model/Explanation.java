package io.osusume.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Why an item has its score: exact shares that add up to it.
///
/// It owns its array.
public final class Explanation {
    private final double base;
    private final double[] byEntry;
    private final Map<String, Double> byFeature;

    /// @param base the score the shares are counted from: that of an item of which nothing is known, or of a typical
    /// one
    /// @param byEntry what each entry of the list adds, in the order of the profile; kept, not copied
    /// @param byFeature what no single entry accounts for, by name
    public Explanation(double base, double[] byEntry, Map<String, Double> byFeature) {
        this.base = base;
        this.byEntry = byEntry;
        this.byFeature = Collections.unmodifiableMap(new LinkedHashMap<>(byFeature));
    }

    /// The score the shares are counted from: that of an item of which nothing is known, or of a typical one.
    public double base() {
        return base;
    }

    /// What an entry of the list adds to the score, against it when negative.
    ///
    /// @param entry a place of the profile
    public double entry(int entry) {
        return byEntry[entry];
    }

    /// What features that no single entry accounts for add, by their names, in the order of a row.
    public Map<String, Double> byFeature() {
        return byFeature;
    }

    /// The score: base, entries and features together.
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
