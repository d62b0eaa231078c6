package io.osusume.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Whether predicted probabilities hold: of the items said to be held out with probability p, about the
/// share p should be. Over all items of the users' first 100 places. Immutable; it owns its arrays.
///
/// ```
/// bins   20 of about as many candidates, by ascending probability; equal probabilities share a bin
/// ECE    = sum over bins of candidates(bin) / candidates * |mean probability - observed share|
/// Brier  = mean over candidates of (probability - observed)^2,   observed = 1 if held out, else 0
/// ```
/// Both are in [0, 1] and less is better; always saying the observed share of all candidates gives an
/// ECE of 0 and a Brier score of share * (1 - share), so that the first alone proves little.
///
/// Sources: Brier, Verification of forecasts expressed in terms of probability, 1950; Naeini, Cooper and
/// Hauskrecht, Obtaining well calibrated probabilities using Bayesian binning, 2015.
public final class Calibration {
    /// How many bins there are at most.
    public static final int BINS = 20;

    private final double[] probabilities;
    private final boolean[] heldOut;
    private final List<Bin> bins;

    /// Candidates of similar probability.
    ///
    /// @param low the lowest probability in the bin
    /// @param high the highest
    /// @param predicted the mean probability
    /// @param observed the share that was held out
    /// @param candidates how many, at least 1
    public record Bin(double low, double high, double predicted, double observed, int candidates) {}

    private Calibration(double[] probabilities, boolean[] heldOut) {
        this.probabilities = probabilities;
        this.heldOut = heldOut;
        this.bins = bins(probabilities, heldOut);
    }

    /// The calibration of candidates in any order.
    ///
    /// @param probabilities at least one; read, not kept
    /// @param heldOut whether each candidate was held out; read, not kept
    /// @throws IllegalArgumentException if there is none, the lengths differ or a probability is
    ///     outside [0, 1]
    public static Calibration of(double[] probabilities, boolean[] heldOut) {
        if (probabilities.length == 0 || probabilities.length != heldOut.length) {
            throw new IllegalArgumentException("calibration needs candidates with an outcome each, were "
                    + probabilities.length + " probabilities and " + heldOut.length + " outcomes");
        }
        for (double probability : probabilities) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("a probability must be in [0, 1], was " + probability);
            }
        }
        int[] order = IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> probabilities[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sorted = new double[order.length];
        boolean[] outcomes = new boolean[order.length];
        for (int k = 0; k < order.length; k++) {
            sorted[k] = probabilities[order[k]];
            outcomes[k] = heldOut[order[k]];
        }
        return new Calibration(sorted, outcomes);
    }

    /// The calibration of the candidates of several runs together.
    static Calibration pooled(List<Calibration> runs) {
        double[] probabilities = runs.stream()
                .flatMapToDouble(run -> Arrays.stream(run.probabilities))
                .toArray();
        boolean[] heldOut = new boolean[probabilities.length];
        int filled = 0;
        for (Calibration run : runs) {
            System.arraycopy(run.heldOut, 0, heldOut, filled, run.heldOut.length);
            filled += run.heldOut.length;
        }
        return of(probabilities, heldOut);
    }

    private static List<Bin> bins(double[] ascending, boolean[] heldOut) {
        List<Bin> bins = new ArrayList<>();
        int begin = 0;
        for (int bin = 1; bin <= BINS; bin++) {
            int end = (int) ((long) ascending.length * bin / BINS);
            while (end > begin && end < ascending.length && ascending[end] == ascending[end - 1]) {
                end++;
            }
            if (end > begin) {
                bins.add(bin(ascending, heldOut, begin, end));
                begin = end;
            }
        }
        return List.copyOf(bins);
    }

    private static Bin bin(double[] ascending, boolean[] heldOut, int begin, int end) {
        double sum = 0;
        int found = 0;
        for (int k = begin; k < end; k++) {
            sum += ascending[k];
            found += heldOut[k] ? 1 : 0;
        }
        int count = end - begin;
        return new Bin(ascending[begin], ascending[end - 1], sum / count, (double) found / count, count);
    }

    /// The bins by ascending probability, at least one.
    public List<Bin> bins() {
        return bins;
    }

    /// How many candidates there are.
    public int candidates() {
        return probabilities.length;
    }

    /// The share of the candidates that was held out.
    public double observed() {
        return bins.stream()
                        .mapToDouble(bin -> bin.observed() * bin.candidates())
                        .sum()
                / probabilities.length;
    }

    /// The expected calibration error.
    public double expectedError() {
        return bins.stream()
                        .mapToDouble(bin -> bin.candidates() * Math.abs(bin.predicted() - bin.observed()))
                        .sum()
                / probabilities.length;
    }

    /// The Brier score.
    public double brier() {
        double sum = 0;
        for (int k = 0; k < probabilities.length; k++) {
            double error = probabilities[k] - (heldOut[k] ? 1 : 0);
            sum += error * error;
        }
        return sum / probabilities.length;
    }
}
