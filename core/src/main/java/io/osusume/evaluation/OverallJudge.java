package io.osusume.evaluation;

/// The reported metrics of every user.
final class OverallJudge implements Judge {
    private final MetricTable table;

    OverallJudge(int users) {
        table = new MetricTable(Metric.REPORTED, users);
    }

    @Override
    public void judge(ScoredUser scored) {
        table.put(scored.place(), scored.hits());
    }

    @Override
    public void addTo(Findings findings) {
        table.addOverall(findings);
    }
}
