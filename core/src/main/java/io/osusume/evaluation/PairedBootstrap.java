package io.osusume.evaluation;

import java.util.Arrays;
import java.util.Optional;

/// Compares two models user by user: the users' own difficulty cancels, so that the interval of the
/// difference is much narrower than those of the two means.
///
/// Source: Koehn, Statistical significance tests for machine translation evaluation, 2004 (paired
/// resampling).
///
/// @param bootstrap how users are drawn again
public record PairedBootstrap(Bootstrap bootstrap) {
    /// How far the first model is above the second in one metric.
    ///
    /// @param a the first model
    /// @param b the second model
    /// @param difference mean over users of a's value minus b's
    /// @param low lower end of the 95% interval of the difference
    /// @param high upper end
    /// @param shareAbove in how many of the resamples, in [0, 1], the difference is above 0
    /// @param users how many users have a value with both
    public record Comparison(
            String a,
            String b,
            String metric,
            double difference,
            double low,
            double high,
            double shareAbove,
            int users) {}

    /// Compares two evaluations of the same users.
    ///
    /// @return empty if no user has a value with both models
    /// @throws IllegalArgumentException if the users differ
    public Optional<Comparison> compare(Evaluation a, Evaluation b, String metric) {
        a.checkSameUsers(b, "a paired comparison");
        double[] differences = new double[a.userCount()];
        int count = 0;
        for (int user = 0; user < differences.length; user++) {
            if (a.value(metric, user).isPresent() && b.value(metric, user).isPresent()) {
                differences[count++] = a.value(metric, user).getAsDouble()
                        - b.value(metric, user).getAsDouble();
            }
        }
        if (count == 0) {
            return Optional.empty();
        }
        double[] defined = Arrays.copyOf(differences, count);
        double[] means = bootstrap.means(defined);
        long above = Arrays.stream(means).filter(mean -> mean > 0).count();
        return Optional.of(new Comparison(
                a.model(),
                b.model(),
                metric,
                Bootstrap.sum(defined) / count,
                Bootstrap.low(means),
                Bootstrap.high(means),
                (double) above / means.length,
                count));
    }
}
