package io.osusume.evaluation;

import java.util.Arrays;
import java.util.List;

/// The values of some metrics for each user, undefined until put.
final class MetricTable {
    private final List<Metric> metrics;
    private final double[][] values;

    MetricTable(List<Metric> metrics, int users) {
        this.metrics = metrics;
        this.values = new double[metrics.size()][users];
        for (double[] each : values) {
            Arrays.fill(each, Double.NaN);
        }
    }

    /// Computes all metrics of one user.
    void put(int place, Hits hits) {
        for (int k = 0; k < values.length; k++) {
            values[k][place] = metrics.get(k).of(hits).orElse(Double.NaN);
        }
    }

    /// Adds the values as those of all users.
    void addOverall(Findings findings) {
        for (int k = 0; k < values.length; k++) {
            String name = metrics.get(k).name();
            findings.overall.add(name);
            findings.byMetric.put(name, values[k]);
        }
    }

    /// Adds the values as those of one slice.
    void addSlice(String slice, Findings findings) {
        findings.slices.add(slice);
        for (int k = 0; k < values.length; k++) {
            findings.byMetric.put(Evaluation.inSlice(slice, metrics.get(k).name()), values[k]);
        }
    }
}
