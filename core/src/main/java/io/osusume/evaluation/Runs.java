package io.osusume.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/// Joins the findings of runs of one model that differ in their seed alone.
final class Runs {
    private Runs() {}

    /// The mean of each user's values and of the pooled figures.
    ///
    /// @param runs at least one
    static Findings averaged(List<Findings> runs) {
        Findings first = runs.getFirst();
        Findings mean = new Findings();
        mean.overall.addAll(first.overall);
        mean.ofLists.addAll(first.ofLists);
        mean.slices.addAll(first.slices);
        first.byMetric.keySet().forEach(metric -> mean.byMetric.put(metric, mean(metric, runs)));
        first.pooled.keySet().forEach(figure -> mean.pooled.put(figure, pooled(figure, runs)));
        List<BandCounts> bands =
                runs.stream().map(run -> run.bands).filter(Objects::nonNull).toList();
        mean.bands = bands.size() == runs.size() ? BandCounts.averaged(bands) : null;
        List<Calibration> calibrations = runs.stream()
                .map(run -> run.calibration)
                .filter(Objects::nonNull)
                .toList();
        mean.calibration = calibrations.size() == runs.size() ? Calibration.pooled(calibrations) : null;
        return mean;
    }

    /// A user has the mean of the runs that have a value for it, `NaN` if none has.
    private static double[] mean(String metric, List<Findings> runs) {
        double[] mean = new double[values(metric, runs.getFirst()).length];
        for (int user = 0; user < mean.length; user++) {
            double sum = 0;
            int defined = 0;
            for (Findings run : runs) {
                double value = values(metric, run)[user];
                if (!Double.isNaN(value)) {
                    sum += value;
                    defined++;
                }
            }
            mean[user] = sum / defined; // 0 / 0 is NaN
        }
        return mean;
    }

    private static double[] values(String metric, Findings run) {
        double[] values = run.byMetric.get(metric);
        if (values == null) {
            throw new IllegalArgumentException(
                    "an average over seeds needs the same metrics in every run, one lacks '" + metric + "'");
        }
        return values;
    }

    private static double pooled(String figure, List<Findings> runs) {
        return runs.stream()
                .map(run -> run.pooled.get(figure))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    /// The lowest and highest mean of each figure; empty for a single run.
    static Map<String, Spread> spreads(List<Evaluation> runs) {
        Map<String, Spread> spreads = new LinkedHashMap<>();
        if (runs.size() < 2) {
            return spreads;
        }
        for (String figure : runs.getFirst().figures()) {
            double[] means = runs.stream()
                    .map(run -> run.mean(figure))
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .sorted()
                    .toArray();
            if (means.length == runs.size()) {
                spreads.put(figure, new Spread(means[0], means[means.length - 1]));
            }
        }
        return spreads;
    }
}
