package io.osusume.evaluation;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// What one model scored: every metric for every user, and their means. Immutable; it owns its arrays.
public final class Evaluation {
    private final String model;
    private final Part part;
    private final long[] userIds;
    private final Map<String, double[]> byMetric; // NaN where undefined
    private final Map<String, Estimate> estimates;
    private final OptionalDouble coverage;
    private final long[] scoringNanos;

    private Evaluation(
            String model,
            Part part,
            long[] userIds,
            Map<String, double[]> byMetric,
            Map<String, Estimate> estimates,
            OptionalDouble coverage,
            long[] scoringNanos) {
        this.model = model;
        this.part = part;
        this.userIds = userIds;
        this.byMetric = byMetric;
        this.estimates = estimates;
        this.coverage = coverage;
        this.scoringNanos = scoringNanos;
    }

    /// Takes over per-user values, `NaN` where undefined, and estimates the means.
    static Evaluation owning(
            String model,
            Part part,
            long[] userIds,
            Map<String, double[]> byMetric,
            OptionalDouble coverage,
            long[] scoringNanos,
            Bootstrap bootstrap) {
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        byMetric.forEach((metric, values) -> {
            double[] defined =
                    Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
            if (defined.length > 0) {
                double[] means = bootstrap.means(defined);
                estimates.put(
                        metric,
                        new Estimate(
                                sum(defined) / defined.length,
                                Bootstrap.low(means),
                                Bootstrap.high(means),
                                defined.length,
                                values.length - defined.length));
            }
        });
        return new Evaluation(
                model,
                part,
                userIds,
                Collections.unmodifiableMap(byMetric),
                Collections.unmodifiableMap(estimates),
                coverage,
                scoringNanos);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /// The model's word in reports.
    public String model() {
        return model;
    }

    /// The same figures under another name: for one family with several settings.
    public Evaluation named(String name) {
        return new Evaluation(name, part, userIds, byMetric, estimates, coverage, scoringNanos);
    }

    public Part part() {
        return part;
    }

    public int userCount() {
        return userIds.length;
    }

    /// The id of a user, in the order of the split.
    public long userId(int user) {
        return userIds[user];
    }

    /// The names of the metrics that have a value for each user, in the order of reports.
    public Set<String> metrics() {
        return byMetric.keySet();
    }

    /// A metric of one user; empty where undefined.
    ///
    /// @throws NoSuchElementException if the metric is unknown
    public OptionalDouble value(String metric, int user) {
        double value = values(metric)[user];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /// The mean of a metric and its interval; empty if no user has a value.
    ///
    /// @throws NoSuchElementException if the metric is unknown
    public Optional<Estimate> estimate(String metric) {
        values(metric);
        return Optional.ofNullable(estimates.get(metric));
    }

    /// Coverage@10; empty if there were no users.
    public OptionalDouble coverage() {
        return coverage;
    }

    /// The mean time to score all items and pick the best 100 for one user, on one thread; zero without users.
    public Duration meanScoringTime() {
        long sum = Arrays.stream(scoringNanos).sum();
        return Duration.ofNanos(scoringNanos.length == 0 ? 0 : sum / scoringNanos.length);
    }

    private double[] values(String metric) {
        double[] values = byMetric.get(metric);
        if (values == null) {
            throw new NoSuchElementException("no metric '" + metric + "' among " + byMetric.keySet());
        }
        return values;
    }
}
