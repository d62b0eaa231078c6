package io.osusume.metrics;

import io.osusume.serving.ModelSource;
import io.osusume.serving.ModelState;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/// Which model is served at the moment somebody looks.
final class ModelMetrics {
    private ModelMetrics() {}

    static void register(PrometheusRegistry registry, ModelSource source) {
        GaugeWithCallback.builder()
                .name("osusume_model")
                .help("1 for the model that is served; none while there is none")
                .labelNames("model", "family")
                .callback(callback -> {
                    if (source.get() instanceof ModelState.Ready ready) {
                        callback.call(
                                1,
                                ready.service().loaded().id(),
                                ready.service().loaded().model().name());
                    }
                })
                .register(registry);
    }
}
