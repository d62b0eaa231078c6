package io.osusume.plot;

import io.osusume.evaluation.Estimate;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.SequelFree;
import io.osusume.evaluation.Spread;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Numbers as reports print them, the same in every locale.
public final class Figures {
    private static final Map<String, String> TITLES = Map.of(
            "ndcg@10",
            "NDCG@10",
            "ndcg@100",
            "NDCG@100",
            "recall@20",
            "Recall@20",
            "recall@50",
            "Recall@50",
            "mrr",
            "MRR",
            "coverage@10",
            "Coverage@10",
            "gini@10",
            "Gini@10",
            "novelty@10",
            "Novelty@10",
            "diversity@10",
            "Diversity@10",
            Evaluation.inSlice(SequelFree.SLICE, "ndcg@10"),
            "sequel-free NDCG@10");

    /// What stands where there is no value.
    public static final String ABSENT = "–";

    private Figures() {}

    /// A metric's name as people write it.
    public static String title(String metric) {
        return TITLES.getOrDefault(metric, metric);
    }

    /// A value in [0, 1]: `0.5351`.
    public static String share(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /// A share in percent: `12.5%`.
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    /// The mean with four digits, or a dash.
    public static String mean(Optional<Estimate> estimate) {
        return estimate.map(found -> share(found.mean())).orElse(ABSENT);
    }

    /// The ends of an interval, or a dash.
    public static String interval(Optional<Estimate> estimate) {
        return estimate.map(Figures::interval).orElse(ABSENT);
    }

    /// The ends of an interval: `0.519 to 0.551`.
    public static String interval(Estimate estimate) {
        return String.format(Locale.ROOT, "%.3f to %.3f", estimate.low(), estimate.high());
    }

    /// The lowest and the highest mean of several trainings, or a dash.
    public static String spread(Evaluation evaluation, String figure) {
        Spread spread = evaluation.spreads().get(figure);
        return spread == null ? ABSENT : share(spread.min()) + " to " + share(spread.max());
    }

    /// A difference with its sign: `+0.0054`, `−0.0120`.
    public static String difference(double value) {
        return String.format(Locale.ROOT, "%+.4f", value).replace('-', '\u2212');
    }

    /// A whole number with groups of three: `352,513`.
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /// A measured value of any size, four significant digits.
    public static String measured(double value) {
        double magnitude = Math.abs(value);
        if (magnitude != 0 && (magnitude < 1e-3 || magnitude >= 1e6)) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        int digits = magnitude < 1 ? 4 : Math.max(0, 3 - (int) Math.log10(magnitude));
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /// A duration for people: `42 µs`, `3.1 ms`, `0.84 s`, `12.5 s`, `3 min 20 s`.
    public static String duration(Duration duration) {
        double seconds = duration.toNanos() / 1e9;
        if (seconds >= 59.95) { // would round to 60.0 s
            long whole = Math.round(seconds);
            return whole / 60 + " min " + whole % 60 + " s";
        }
        if (seconds >= 1) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        if (seconds >= .1) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        if (seconds >= .9995e-3) {
            return String.format(Locale.ROOT, "%.1f ms", seconds * 1e3);
        }
        return Math.round(seconds * 1e6) + " µs";
    }
}
