package io.osusume.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/// Makes what counts and measures, all named `osusume_...` and all in one registry.
record Instruments(PrometheusRegistry registry) {
    /// Upper bounds in seconds: fine where answers are, coarse where trouble is.
    private static final double[] SECONDS = {
        .00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30
    };

    Histogram seconds(String name, String help, String... labels) {
        return histogram(name + "_seconds", help, SECONDS, labels);
    }

    Histogram histogram(String name, String help, double[] bounds, String... labels) {
        return Histogram.builder()
                .name("osusume_" + name)
                .help(help)
                .labelNames(labels)
                .classicOnly()
                .classicUpperBounds(bounds)
                .withoutExemplars()
                .register(registry);
    }

    Counter counter(String name, String help, String... labels) {
        return Counter.builder()
                .name("osusume_" + name)
                .help(help)
                .labelNames(labels)
                .withoutExemplars()
                .register(registry);
    }

    Gauge gauge(String name, String help, String... labels) {
        return Gauge.builder()
                .name("osusume_" + name)
                .help(help)
                .labelNames(labels)
                .withoutExemplars()
                .register(registry);
    }

    /// A fact about the program, as a label.
    void about(String name, String help, String label, String value) {
        Info.builder()
                .name("osusume_" + name)
                .help(help)
                .labelNames(label)
                .register(registry)
                .addLabelValues(value);
    }

    /// A counter that is asked when somebody looks.
    void askedCount(String name, String help, DoubleSupplier value) {
        CounterWithCallback.builder()
                .name("osusume_" + name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
    }

    /// A gauge that is asked when somebody looks.
    void asked(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name("osusume_" + name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
    }

    /// Gauges that are asked when somebody looks, one a word of a label; none while there is no word.
    void askedByLabel(String name, String help, String label, Supplier<Map<String, Double>> values) {
        GaugeWithCallback.builder()
                .name("osusume_" + name)
                .help(help)
                .labelNames(label)
                .callback(callback -> values.get().forEach((word, value) -> callback.call(value, word)))
                .register(registry);
    }

    /// A gauge that is asked when somebody looks, and absent while it is not known.
    void askedIfKnown(String name, String help, Supplier<Optional<Double>> value) {
        GaugeWithCallback.builder()
                .name("osusume_" + name)
                .help(help)
                .callback(callback -> value.get().ifPresent(callback::call))
                .register(registry);
    }
}
