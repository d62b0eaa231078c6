package io.osusume.drift;

import java.util.Arrays;

/// The population stability index: how far a distribution over bins has moved.
///
/// ```
/// PSI = sum over bins of (found - expected) * ln(found / expected),
/// a share being (count + 1/2) / (all counts + bins / 2), so that an empty bin has a logarithm
/// ```
/// It is 0 for equal shares and else above. By custom below 0.1 nothing has happened, above 0.25 much
/// has. With few values chance alone gives about (bins - 1) * (1/n + 1/m).
///
/// Sources: Siddiqi, Credit risk scorecards, 2006; Yurdakul, Statistical properties of the population
/// stability index, 2018; the half count: Jeffreys, Theory of probability, 1946.
public final class Psi {
    private Psi() {}

    /// The index of two counts over the same bins.
    ///
    /// @throws IllegalArgumentException if they have not the same number of bins, at least one
    public static double of(long[] expected, long[] found) {
        if (expected.length != found.length || expected.length == 0) {
            throw new IllegalArgumentException(
                    "a stability index needs the same bins twice, were " + expected.length + " and " + found.length);
        }
        double[] before = shares(expected);
        double[] now = shares(found);
        double sum = 0;
        for (int bin = 0; bin < before.length; bin++) {
            sum += (now[bin] - before[bin]) * Math.log(now[bin] / before[bin]);
        }
        return sum;
    }

    private static double[] shares(long[] counts) {
        double all = Arrays.stream(counts).sum() + counts.length / 2.0;
        return Arrays.stream(counts).mapToDouble(count -> (count + .5) / all).toArray();
    }
}
