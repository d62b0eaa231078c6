package io.osusume.registry;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Insights on their way into the registry, with what the manifest says of them.
///
/// @param settings how they were made, by the names of settings
/// @param measured figures by name; an undefined one is absent
public record LearntInsights(
        Insights insights, SortedMap<String, String> settings, SortedMap<String, Double> measured) {
    /// Nothing learnt.
    static final LearntInsights NONE =
            new LearntInsights(Insights.NONE, Collections.emptySortedMap(), Collections.emptySortedMap());

    public LearntInsights {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        measured = Collections.unmodifiableSortedMap(new TreeMap<>(measured));
    }
}
