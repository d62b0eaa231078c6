package io.osusume.evaluation;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/// What one model scored: every metric for every user, and their means. Immutable; it owns its arrays.
///
/// A metric of a slice has the slice's name before its own: `sequel-free-ndcg@10`, `list-5-recall@20`.
public final class Evaluation {
    private final String model;
    private final Part part;
    private final long[] userIds;
    private final Findings findings;
    private final Map<String, Estimate> estimates;
    private final List<BandFigures> bands;
    private final Map<String, Spread> spreads;
    private final long[] scoringNanos;

    private Evaluation(
            String model,
            Part part,
            long[] userIds,
            Findings findings,
            Map<String, Estimate> estimates,
            List<BandFigures> bands,
            Map<String, Spread> spreads,
            long[] scoringNanos) {
        this.model = model;
        this.part = part;
        this.userIds = userIds;
        this.findings = findings;
        this.estimates = estimates;
        this.bands = bands;
        this.spreads = spreads;
        this.scoringNanos = scoringNanos;
    }

    /// Takes over what the judges found and estimates the means.
    static Evaluation owning(
            String model, Part part, long[] userIds, Findings findings, long[] scoringNanos, Bootstrap bootstrap) {
        return owning(model, part, userIds, findings, Map.of(), scoringNanos, bootstrap);
    }

    private static Evaluation owning(
            String model,
            Part part,
            long[] userIds,
            Findings findings,
            Map<String, Spread> spreads,
            long[] scoringNanos,
            Bootstrap bootstrap) {
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        findings.byMetric.forEach(
                (metric, values) -> bootstrap.mean(values).ifPresent(estimate -> estimates.put(metric, estimate)));
        List<BandFigures> bands = findings.bands == null ? List.of() : findings.bands.figures(bootstrap);
        return new Evaluation(model, part, userIds, findings, estimates, bands, spreads, scoringNanos);
    }

    /// The mean of runs that differ in the seed of their training alone: each user's value is the mean
    /// over the runs, so that a comparison user by user sees what a training gives on average; the
    /// spread between the runs is kept. Figures without a value for one user are means of the runs'
    /// figures, probabilities are pooled.
    ///
    /// @param runs at least one, of one model, on the same users and slices
    /// @throws IllegalArgumentException if the models or users differ
    public static Evaluation averaged(List<Evaluation> runs, Bootstrap bootstrap) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("an average over seeds needs at least one run, there was none");
        }
        Evaluation first = runs.getFirst();
        for (Evaluation run : runs) {
            if (!run.model.equals(first.model)) {
                throw new IllegalArgumentException("an average over seeds needs runs of one model, were '" + first.model
                        + "' and '" + run.model + "'");
            }
            first.checkSameUsers(run, "an average over seeds");
        }
        long[] nanos = runs.stream()
                .flatMapToLong(run -> Arrays.stream(run.scoringNanos))
                .toArray();
        return owning(
                first.model,
                first.part,
                first.userIds,
                Runs.averaged(runs.stream().map(run -> run.findings).toList()),
                Runs.spreads(runs),
                nanos,
                bootstrap);
    }

    /// The full name of a slice's metric.
    public static String inSlice(String slice, String metric) {
        return slice + "-" + metric;
    }

    /// The model's word in reports.
    public String model() {
        return model;
    }

    /// The same figures under another name: for one family with several settings.
    public Evaluation named(String name) {
        return new Evaluation(name, part, userIds, findings, estimates, bands, spreads, scoringNanos);
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

    /// The names of the metrics over all users, in the order of reports.
    public Set<String> metrics() {
        return Collections.unmodifiableSet(findings.overall);
    }

    /// The names of the metrics of what lists show, hit or not: `novelty@10`, `diversity@10`; possibly
    /// none.
    public Set<String> listMetrics() {
        return Collections.unmodifiableSet(findings.ofLists);
    }

    /// The names of the slices, in the order of reports; possibly none.
    public Set<String> slices() {
        return Collections.unmodifiableSet(findings.slices);
    }

    /// How many users are in a slice.
    ///
    /// @throws NoSuchElementException if the slice is unknown
    public int users(String slice) {
        return estimate(inSlice(slice, Slices.METRICS.getFirst().name()))
                .map(Estimate::users)
                .orElse(0);
    }

    /// A metric of one user; empty where undefined.
    ///
    /// @param metric its full name
    /// @throws NoSuchElementException if the metric is unknown
    public OptionalDouble value(String metric, int user) {
        double value = values(metric)[user];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /// The mean of a metric and its interval; empty if no user has a value.
    ///
    /// @param metric its full name
    /// @throws NoSuchElementException if the metric is unknown
    public Optional<Estimate> estimate(String metric) {
        values(metric);
        return Optional.ofNullable(estimates.get(metric));
    }

    /// Whether a metric was measured.
    public boolean has(String metric) {
        return findings.byMetric.containsKey(metric);
    }

    /// Figures of all lists together, by name: `coverage@10`, `gini@10`; none if there were no users.
    public Map<String, Double> pooled() {
        return Collections.unmodifiableMap(findings.pooled);
    }

    /// Coverage@10; empty if there were no users.
    public OptionalDouble coverage() {
        Double share = findings.pooled.get(Coverage.REPORTED.name());
        return share == null ? OptionalDouble.empty() : OptionalDouble.of(share);
    }

    /// The figures by popularity, the least popular band first; empty if not measured.
    public List<BandFigures> bands() {
        return bands;
    }

    /// Whether the model's probabilities hold; empty if it gives none or it was not measured.
    public Optional<Calibration> calibration() {
        return Optional.ofNullable(findings.calibration);
    }

    /// How far each figure varied between the runs this is the mean of, by the full name of the metric
    /// or pooled figure; empty for a single run.
    public Map<String, Spread> spreads() {
        return Collections.unmodifiableMap(spreads);
    }

    /// The full names of all figures that have a mean.
    List<String> figures() {
        return Stream.concat(estimates.keySet().stream(), findings.pooled.keySet().stream())
                .toList();
    }

    /// The mean of a figure; empty if it is not known.
    ///
    /// @param figure the full name of a metric or of a pooled figure
    OptionalDouble mean(String figure) {
        Estimate estimate = estimates.get(figure);
        Double pooled = estimate == null ? findings.pooled.get(figure) : Double.valueOf(estimate.mean());
        return pooled == null ? OptionalDouble.empty() : OptionalDouble.of(pooled);
    }

    /// The mean time to score all items and pick the best 100 for one user, on one thread; zero without
    /// users.
    public Duration meanScoringTime() {
        long sum = Arrays.stream(scoringNanos).sum();
        return Duration.ofNanos(scoringNanos.length == 0 ? 0 : sum / scoringNanos.length);
    }

    /// The time that half of the users took less than; zero without users.
    public Duration medianScoringTime() {
        double[] ascending =
                Arrays.stream(scoringNanos).asDoubleStream().sorted().toArray();
        return Duration.ofNanos(ascending.length == 0 ? 0 : (long) Bootstrap.quantile(ascending, .5));
    }

    /// Passes if another evaluation has the same users in the same order.
    ///
    /// @param purpose what needs them, for the message
    void checkSameUsers(Evaluation other, String purpose) {
        if (userIds.length != other.userIds.length) {
            throw new IllegalArgumentException("'" + model + "' was evaluated on " + userIds.length + " users, '"
                    + other.model + "' on " + other.userIds.length + ": " + purpose + " needs the same users");
        }
        int user = Arrays.mismatch(userIds, other.userIds);
        if (user >= 0) {
            throw new IllegalArgumentException("user " + userIds[user] + " of '" + model + "' stands where '"
                    + other.model + "' has user " + other.userIds[user] + ": " + purpose + " needs the same users");
        }
    }

    private double[] values(String metric) {
        double[] values = findings.byMetric.get(metric);
        if (values == null) {
            throw new NoSuchElementException("no metric '" + metric + "' among " + findings.byMetric.keySet());
        }
        return values;
    }
}
