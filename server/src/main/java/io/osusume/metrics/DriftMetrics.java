package io.osusume.metrics;

import io.osusume.drift.DriftFiles.Newest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The newest report on drift, at the moment somebody looks; nothing while there is none.
record DriftMetrics(Supplier<Optional<Newest>> newest) {
    void register(Instruments make) {
        make.askedByLabel(
                "drift_psi",
                "How far lists of today are from those the model learnt from: the stability index by feature",
                "feature",
                () -> newest.get().<Map<String, Double>>map(Newest::indices).orElse(Map.of()));
        make.askedIfKnown(
                "drift_unknown_ratio",
                "The share of entries of titles the model does not know",
                () -> known(Newest::unknownShare));
        make.askedIfKnown(
                "drift_report_time_seconds",
                "When the report was made, in Unix time",
                () -> known(report -> (double) report.created().getEpochSecond()));
    }

    private Optional<Double> known(Function<Newest, Double> figure) {
        return newest.get().map(figure);
    }
}
