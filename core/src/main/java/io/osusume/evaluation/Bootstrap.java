package io.osusume.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Means of users drawn again with replacement: how far a mean would move with other users of the same kind.
///
/// The same seed and number of users draw the same users, so that metrics and models are resampled alike.
/// Source: Efron and Tibshirani, An introduction to the bootstrap, 1993: the percentile interval.
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
