package io.osusume.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final double TINY = 1e-12;

    @Test
    void equalProbabilitiesShareABin() {
        // .2 four times, one of them held out; .9 twice, both: in any order
        Calibration calibration = Calibration.of(
                new double[] {.9, .2, .2, .9, .2, .2}, new boolean[] {true, false, true, true, false, false});

        assertEquals(
                List.of(new Calibration.Bin(.2, .2, .2, .25, 4), new Calibration.Bin(.9, .9, .9, 1, 2)),
                calibration.bins());
        // (4 * |.2 - .25| + 2 * |.9 - 1|) / 6 = (.2 + .2) / 6
        assertEquals(.4 / 6, calibration.expectedError(), TINY);
        // (3 * .2^2 + .8^2 + 2 * .1^2) / 6 = (.12 + .64 + .02) / 6
        assertEquals(.78 / 6, calibration.brier(), TINY);
        assertEquals(3 / 6.0, calibration.observed(), TINY);
    }

    @Test
    void differentProbabilitiesAreCutIntoTwentyBinsOfEquallyMany() {
        double[] probabilities = new double[200];
        boolean[] heldOut = new boolean[200];
        for (int k = 0; k < 200; k++) {
            probabilities[k] = k / 200.0;
            heldOut[k] = k % 10 == 0;
        }
        Calibration calibration = Calibration.of(probabilities, heldOut);

        assertEquals(20, calibration.bins().size());
        for (Calibration.Bin bin : calibration.bins()) {
            assertEquals(10, bin.candidates());
            assertEquals(.1, bin.observed(), TINY);
        }
        // the first: 0, .005, ..., .045
        assertEquals(.0225, calibration.bins().getFirst().predicted(), TINY);
        assertEquals(.045, calibration.bins().getFirst().high(), TINY);
    }

    @Test
    void outcomesDrawnFromTheProbabilitiesAreWellCalibrated() {
        SplittableRandom random = new SplittableRandom(4);
        double[] probabilities = random.doubles(40_000).toArray();
        boolean[] fair = new boolean[probabilities.length];
        double[] doubled = new double[probabilities.length];
        for (int k = 0; k < fair.length; k++) {
            fair[k] = random.nextDouble() < probabilities[k];
            doubled[k] = Math.sqrt(probabilities[k]);
        }

        // a bin of 2,000 has a standard error of at most .5 / sqrt(2000) = .011
        assertEquals(0, Calibration.of(probabilities, fair).expectedError(), .02);
        // mean of sqrt(p) - p over p in [0, 1]: 2/3 - 1/2
        assertEquals(1 / 6.0, Calibration.of(doubled, fair).expectedError(), .02);
    }

    @Test
    void runsArePooledByTheirCandidates() {
        Calibration one = Calibration.of(new double[] {.5}, new boolean[] {true});
        Calibration other = Calibration.of(new double[] {.5, .1}, new boolean[] {false, false});

        assertEquals(
                List.of(new Calibration.Bin(.1, .1, .1, 0, 1), new Calibration.Bin(.5, .5, .5, .5, 2)),
                Calibration.pooled(List.of(one, other)).bins());
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertEquals("a probability must be in [0, 1], was 1.5", message(1.5));
        assertEquals("a probability must be in [0, 1], was NaN", message(Double.NaN));
        assertEquals(
                "calibration needs candidates with an outcome each, were 0 probabilities and 1 outcomes",
                assertThrows(IllegalArgumentException.class, () -> Calibration.of(new double[0], new boolean[1]))
                        .getMessage());
    }

    private static String message(double probability) {
        return String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> Calibration.of(new double[] {probability}, new boolean[1]))
                .getMessage());
    }
}
