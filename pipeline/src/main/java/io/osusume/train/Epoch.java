package io.osusume.train;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a training told of one epoch.
///
/// @param epoch counts from 1
/// @param metrics by name; may hold `NaN` or infinity, which reports leave out
public record Epoch(int epoch, SortedMap<String, Double> metrics) {
    public Epoch {
        metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    }
}
