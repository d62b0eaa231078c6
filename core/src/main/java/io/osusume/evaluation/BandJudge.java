package io.osusume.evaluation;

/// Counts what is held out, found and shown in each popularity band.
final class BandJudge implements Judge {
    private final BandCounts counts;

    BandJudge(PopularityBands bands, int users) {
        counts = new BandCounts(bands, users);
    }

    @Override
    public void judge(ScoredUser scored) {
        counts.count(
                scored.place(), scored.ranked(), scored.hits(), scored.user().heldOut());
    }

    @Override
    public void addTo(Findings findings) {
        findings.bands = counts;
    }
}
