package io.osusume.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What the first places of all users show: coverage, concentration, and for each list the given
/// metrics.
final class ShownJudge implements Judge {
    private final int items;
    private final List<ListMetric> metrics;
    private final double[][] values;
    private final int[][] shown;

    ShownJudge(int users, int items, List<ListMetric> metrics) {
        this.items = items;
        this.metrics = metrics;
        this.values = new double[metrics.size()][users];
        this.shown = new int[users][];
    }

    @Override
    public void judge(ScoredUser scored) {
        int[] ranked = scored.ranked();
        shown[scored.place()] = Arrays.copyOf(ranked, Math.min(ranked.length, Coverage.REPORTED.n()));
        for (int k = 0; k < values.length; k++) {
            values[k][scored.place()] = metrics.get(k).of(ranked).orElse(Double.NaN);
        }
    }

    @Override
    public void addTo(Findings findings) {
        for (int k = 0; k < values.length; k++) {
            findings.ofLists.add(metrics.get(k).name());
            findings.byMetric.put(metrics.get(k).name(), values[k]);
        }
        List<int[]> lists = Arrays.asList(shown);
        Map<String, Double> pooled = findings.pooled;
        Coverage.REPORTED.of(lists, items).ifPresent(share -> pooled.put(Coverage.REPORTED.name(), share));
        Gini.REPORTED.of(lists, items).ifPresent(index -> pooled.put(Gini.REPORTED.name(), index));
    }
}
