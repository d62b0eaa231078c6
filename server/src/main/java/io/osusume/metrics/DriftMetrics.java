package io.osusume.metrics;

import io.osusume.drift.DriftFiles.Newest;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The newest report on drift, at the moment somebody looks; nothing while there is none.
record DriftMetrics(Supplier<Optional<Newest>> newest) implements MultiCollector {
    private static final String PSI = "osusume_drift_psi";
    private static final String UNKNOWN = "osusume_drift_unknown_ratio";
    private static final String TIME = "osusume_drift_report_time_seconds";

    @Override
    public MetricSnapshots collect() {
        Optional<Newest> report = newest.get();
        if (report.isEmpty()) {
            return new MetricSnapshots();
        }
        GaugeSnapshot.Builder indices = GaugeSnapshot.builder()
                .name(PSI)
                .help("How far lists of today are from those the model learnt from: the stability index by feature");
        report.get()
                .indices()
                .forEach((feature, psi) -> indices.dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(Labels.of("feature", feature))
                        .value(psi)
                        .build()));
        return new MetricSnapshots(
                indices.build(),
                single(UNKNOWN, "The share of entries of titles the model does not know", report.get().unknownShare()),
                single(TIME, "When the report was made, in Unix time", report.get().created().getEpochSecond()));
    }

    private static GaugeSnapshot single(String name, String help, double value) {
        return GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
                .build();
    }

    @Override
    public List<String> getPrometheusNames() {
        return List.of(PSI, UNKNOWN, TIME);
    }
}
