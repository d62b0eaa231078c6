package io.osusume.evaluation;

import java.util.ArrayList;
import java.util.List;

/// Held-out entries, hits and shown places of each user by popularity band: `[band][user]`.
final class BandCounts {
    private final PopularityBands bands;
    private final double[][] heldOut;
    private final double[][] hits;
    private final double[][] shown;

    BandCounts(PopularityBands bands, int users) {
        this.bands = bands;
        int count = PopularityBands.NAMES.size();
        heldOut = new double[count][users];
        hits = new double[count][users];
        shown = new double[count][users];
    }

    /// Counts one user's list.
    void count(int place, int[] ranked, Hits found, int[] held) {
        for (int item : held) {
            heldOut[bands.of(item)][place]++;
        }
        for (int rank = 0; rank < Math.min(BandFigures.N, ranked.length); rank++) {
            int band = bands.of(ranked[rank]);
            shown[band][place]++;
            hits[band][place] += found.at(rank) ? 1 : 0;
        }
    }

    /// The mean of the counts of several runs on the same users.
    static BandCounts averaged(List<BandCounts> runs) {
        BandCounts first = runs.getFirst();
        BandCounts mean = new BandCounts(first.bands, first.heldOut[0].length);
        for (int band = 0; band < mean.hits.length; band++) {
            for (int user = 0; user < mean.hits[band].length; user++) {
                for (BandCounts run : runs) {
                    mean.heldOut[band][user] += run.heldOut[band][user] / runs.size();
                    mean.hits[band][user] += run.hits[band][user] / runs.size();
                    mean.shown[band][user] += run.shown[band][user] / runs.size();
                }
            }
        }
        return mean;
    }

    /// The figures of each band, the least popular first.
    List<BandFigures> figures(Bootstrap bootstrap) {
        double places = 0;
        for (double[] each : shown) {
            places += Bootstrap.sum(each);
        }
        List<BandFigures> figures = new ArrayList<>();
        for (int band = 0; band < hits.length; band++) {
            figures.add(new BandFigures(
                    PopularityBands.NAMES.get(band),
                    bands.highest(band),
                    bands.items(band),
                    Math.round(Bootstrap.sum(heldOut[band])),
                    bootstrap.ratio(hits[band], heldOut[band]).orElse(null),
                    places == 0 ? 0 : Bootstrap.sum(shown[band]) / places));
        }
        return List.copyOf(figures);
    }
}
