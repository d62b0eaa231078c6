package io.osusume.evaluation;

import io.osusume.model.Ranking;

/// Ranks each user's scores again without the franchises of the list.
final class SequelFreeJudge implements Judge {
    private final SequelFree task;
    private final MetricTable table;

    SequelFreeJudge(SequelFree task, int users) {
        this.task = task;
        this.table = new MetricTable(Slices.METRICS, users);
    }

    @Override
    public void judge(ScoredUser scored) {
        int[] excluded = task.excluded(scored.user().foldIn());
        int[] heldOut = SequelFree.remaining(scored.user(), excluded);
        if (heldOut.length > 0) {
            int[] ranked = Ranking.best(scored.scores(), excluded, Metric.DEPTH).indices();
            table.put(scored.place(), Hits.of(ranked, heldOut));
        }
    }

    @Override
    public void addTo(Findings findings) {
        table.addSlice(SequelFree.SLICE, findings);
    }
}
