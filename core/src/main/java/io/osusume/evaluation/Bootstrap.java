package io.osusume.evaluation;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/// Means of users drawn again with replacement: how far a mean would move with other users of the same
/// kind.
///
/// The same seed and number of users draw the same users, so that metrics and models are resampled
/// alike. Source: Efron and Tibshirani, An introduction to the bootstrap, 1993: the percentile interval.
///
/// @param resamples how often users are drawn, at least 1,000
public record Bootstrap(int resamples, long seed) {
    /// 2,000 resamples.
    public static final Bootstrap DEFAULT = new Bootstrap(2_000, 7);

    /// How much of the resampled means an interval leaves out at either end.
    private static final double TAIL = .025;

    public Bootstrap {
        if (resamples < 1_000) {
            throw new IllegalArgumentException("resamples must be at least 1000, was " + resamples);
        }
    }

    /// The means of all resamples, ascending; owned by the caller.
    ///
    /// @param values one a user, at least one, none of them `NaN`
    double[] means(double[] values) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[resamples];
        for (int b = 0; b < resamples; b++) {
            double sum = 0;
            for (int k = 0; k < values.length; k++) {
                sum += values[random.nextInt(values.length)];
            }
            means[b] = sum / values.length;
        }
        Arrays.sort(means);
        return means;
    }

    /// The mean of the defined values and its interval; empty if none is defined.
    ///
    /// @param values one a user, `NaN` where undefined
    Optional<Estimate> mean(double[] values) {
        double[] defined =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        if (defined.length == 0) {
            return Optional.empty();
        }
        double[] means = means(defined);
        return Optional.of(new Estimate(
                sum(defined) / defined.length,
                low(means),
                high(means),
                defined.length,
                values.length - defined.length));
    }

    /// The sum of the parts over the sum of the wholes and its interval, users drawn again; empty if all
    /// wholes are 0. Users without a whole are counted as undefined.
    Optional<Estimate> ratio(double[] parts, double[] wholes) {
        int users = (int) Arrays.stream(wholes).filter(whole -> whole > 0).count();
        if (users == 0) {
            return Optional.empty();
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] ratios = new double[resamples];
        int defined = 0;
        for (int b = 0; b < resamples; b++) {
            double part = 0;
            double whole = 0;
            for (int k = 0; k < parts.length; k++) {
                int drawn = random.nextInt(parts.length);
                part += parts[drawn];
                whole += wholes[drawn];
            }
            if (whole > 0) {
                ratios[defined++] = part / whole;
            }
        }
        double[] ascending = Arrays.copyOf(ratios, defined);
        Arrays.sort(ascending);
        double ratio = sum(parts) / sum(wholes);
        return Optional.of(new Estimate(
                ratio,
                defined == 0 ? ratio : low(ascending),
                defined == 0 ? ratio : high(ascending),
                users,
                wholes.length - users));
    }

    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /// The lower end of the 95% interval.
    static double low(double[] ascending) {
        return quantile(ascending, TAIL);
    }

    /// The upper end of the 95% interval.
    static double high(double[] ascending) {
        return quantile(ascending, 1 - TAIL);
    }

    /// The value below which a share of the ascending values lies, straight lines between neighbours.
    static double quantile(double[] ascending, double share) {
        double place = share * (ascending.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
    }
}
