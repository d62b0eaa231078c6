package io.osusume.evaluation;

import io.osusume.model.Probabilities;
import io.osusume.model.Ranking;
import java.util.Arrays;

/// Keeps the probability of each ranked item and whether it was held out.
final class CalibrationJudge implements Judge {
    private final Probabilities model;
    private final double[][] probabilities;
    private final boolean[][] heldOut;

    CalibrationJudge(Probabilities model, int users) {
        this.model = model;
        this.probabilities = new double[users][];
        this.heldOut = new boolean[users][];
    }

    @Override
    public void judge(ScoredUser scored) {
        Ranking ranking = scored.ranking();
        double[] said = new double[ranking.size()];
        boolean[] found = new boolean[said.length];
        for (int rank = 0; rank < said.length; rank++) {
            said[rank] = model.probability(ranking.score(rank));
            found[rank] = scored.hits().at(rank);
        }
        probabilities[scored.place()] = said;
        heldOut[scored.place()] = found;
    }

    @Override
    public void addTo(Findings findings) {
        double[] all =
                Arrays.stream(probabilities).flatMapToDouble(Arrays::stream).toArray();
        boolean[] outcomes = new boolean[all.length];
        int filled = 0;
        for (boolean[] each : heldOut) {
            System.arraycopy(each, 0, outcomes, filled, each.length);
            filled += each.length;
        }
        if (all.length > 0) {
            findings.calibration = Calibration.of(all, outcomes);
        }
    }
}
