package io.osusume.metrics;

import io.osusume.serving.ModelSource;
import io.osusume.serving.ModelState;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;

/// Which model is served at the moment somebody looks; nothing while there is none.
record ModelMetrics(ModelSource source) implements Collector {
    private static final String NAME = "osusume_model";

    @Override
    public MetricSnapshot collect() {
        InfoSnapshot.Builder info = InfoSnapshot.builder().name(NAME).help("The model that is served, as labels");
        if (source.get() instanceof ModelState.Ready ready) {
            Labels labels = Labels.of(
                    "family",
                    ready.service().loaded().model().name(),
                    "model",
                    ready.service().loaded().id());
            info.dataPoint(InfoDataPointSnapshot.builder().labels(labels).build());
        }
        return info.build();
    }
}
