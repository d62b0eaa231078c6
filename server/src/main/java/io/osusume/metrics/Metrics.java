package io.osusume.metrics;

import io.osusume.assistant.Assistant;
import io.osusume.drift.DriftFiles.Newest;
import io.osusume.recommend.Admission;
import io.osusume.serving.ModelSource;
import io.osusume.telemetry.Running;
import io.osusume.telemetry.Telemetry;
import io.osusume.telemetry.Work;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.instrumentation.jvm.JvmBufferPoolMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmRuntimeInfoMetric;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Counts and times a server's work. No label holds a path, an id of a title or anything a client made
/// up: the number of series is bounded by the routes and the words of [Work].
public final class Metrics implements Telemetry {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Instruments instruments = new Instruments(registry);
    private final RequestMetrics requests = new RequestMetrics(instruments);
    private final WorkMetrics work = new WorkMetrics(instruments);
    private @Nullable ExpositionFormats formats;

    /// Metrics of a program of this version.
    public Metrics(String version) {
        instruments.about("build", "The version of the program, as a label", "version", version);
    }

    /// Shows how full the door before the questions is.
    public void watch(Admission admission) {
        instruments.asked("admission_working", "Questions being worked on now", admission::working);
        instruments.asked("admission_waiting", "Questions waiting for their turn now", admission::waiting);
        instruments.askedCount(
                "admission_refused",
                "Questions turned away since the start: the queue was full, or the wait too long",
                admission::turnedAway);
    }

    /// Shows which model is served.
    ///
    /// @param refused whether the champion is another one, that cannot be served
    public void watch(ModelSource source, BooleanSupplier refused) {
        registry.register(new ModelMetrics(source));
        instruments.asked(
                "champion_refused",
                "1 if the champion of the registry is not served since it is damaged or fails its self-test",
                () -> refused.getAsBoolean() ? 1 : 0);
    }

    /// Shows what conversations take.
    public void watch(Assistant assistant) {
        new AssistantMetrics(assistant).register(instruments);
    }

    /// Shows the newest report on drift.
    public void watchDrift(Supplier<Optional<Newest>> newest) {
        new DriftMetrics(newest).register(instruments);
    }

    @Override
    public Running begins(Work begun) {
        return switch (begun) {
            case Work.Request request -> requests.begins(request);
            case Work.Waiting waiting -> work.begins(waiting);
            case Work.Scoring scoring -> work.begins(scoring);
            case Work.StoreUse use -> work.begins(use);
            case Work.ListImport listImport -> work.begins(listImport);
            case Work.ModelLoad load -> work.begins(load);
        };
    }

    @Override
    public void filtered(Map<String, Integer> byRule) {
        work.filtered(byRule);
    }

    /// All metrics as they are now.
    ///
    /// @param accept the formats the asker takes, as in the header `Accept`
    Exposition scrape(@Nullable String accept) {
        ExpositionFormatWriter writer = formats().findWriter(accept);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32_768);
        try {
            writer.write(bytes, registry.scrape());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Exposition(writer.getContentType(), bytes.toByteArray());
    }

    /// All metrics as they are now, in Prometheus's own text format.
    public String text() {
        return scrape(null).text();
    }

    /// With the first look the JVM's own metrics come: they take long to set up, and a start need not
    /// wait for them.
    private synchronized ExpositionFormats formats() {
        ExpositionFormats made = formats;
        if (made == null) {
            JvmMemoryMetrics.builder().register(registry);
            JvmBufferPoolMetrics.builder().register(registry);
            JvmGarbageCollectorMetrics.builder().register(registry);
            JvmThreadsMetrics.builder().register(registry);
            JvmRuntimeInfoMetric.builder().register(registry);
            ProcessMetrics.builder().register(registry);
            made = ExpositionFormats.init();
            formats = made;
        }
        return made;
    }
}
