package io.osusume.evaluation;

import io.osusume.model.FoldIn;
import io.osusume.model.Ranking;
import java.util.List;

/// Lets the model score each user's list again at every length. The only judge for which a user is
/// scored again.
final class ListLengthJudge implements Judge {
    private final FoldIn model;
    private final ListLengths lengths;
    private final List<MetricTable> cut;
    private final MetricTable uncut;

    ListLengthJudge(FoldIn model, ListLengths lengths, int users) {
        this.model = model;
        this.lengths = lengths;
        this.cut = lengths.lengths().stream()
                .map(_ -> new MetricTable(Slices.METRICS, users))
                .toList();
        this.uncut = new MetricTable(Slices.METRICS, users);
    }

    @Override
    public void judge(ScoredUser scored) {
        HeldOutUser user = scored.user();
        float[] scores = new float[scored.scores().length];
        for (int k = 0; k < cut.size(); k++) {
            MetricTable table = cut.get(k);
            lengths.cut(user, lengths.lengths().get(k)).ifPresent(profile -> {
                model.score(profile, scores);
                int[] ranked = Ranking.best(scores, user.foldIn(), Metric.DEPTH).indices();
                table.put(scored.place(), Hits.of(ranked, user.heldOut()));
            });
        }
        if (user.foldIn().size() >= lengths.uncutEntries()) {
            uncut.put(scored.place(), scored.hits());
        }
    }

    @Override
    public void addTo(Findings findings) {
        for (int k = 0; k < cut.size(); k++) {
            cut.get(k).addSlice(ListLengths.slice(lengths.lengths().get(k)), findings);
        }
        uncut.addSlice(lengths.uncutSlice(), findings);
    }
}
