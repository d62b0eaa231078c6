package io.osusume.evaluation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the judges of one evaluation found, before means and intervals. Filled by one thread, then left
/// alone.
final class Findings {
    /// Values of each user by the full name of the metric, `NaN` where undefined.
    final Map<String, double[]> byMetric = new LinkedHashMap<>();

    /// Names of the metrics over all users: [Metric#REPORTED].
    final Set<String> overall = new LinkedHashSet<>();

    /// Names of the metrics of what a list shows, whether hit or not: [Novelty], [IntraListDiversity].
    final Set<String> ofLists = new LinkedHashSet<>();

    /// Names of the slices.
    final Set<String> slices = new LinkedHashSet<>();

    /// Figures of all lists together, which have no value for one user: [Coverage], [Gini].
    final Map<String, Double> pooled = new LinkedHashMap<>();

    @Nullable
    BandCounts bands;

    @Nullable
    Calibration calibration;
}
