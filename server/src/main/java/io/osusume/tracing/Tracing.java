package io.osusume.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.osusume.telemetry.Outcome;
import io.osusume.telemetry.Running;
import io.osusume.telemetry.Telemetry;
import io.osusume.telemetry.Work;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sends spans of requests, and of the questions, uses of the database and imports within them, to a
/// collector, in the background and in batches; a collector that does not answer costs spans, never a
/// request.
public final class Tracing implements Telemetry, AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LAST_SPANS = Duration.ofSeconds(3);
    private static final Pattern TRACE_PARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    /// Connects when the first spans are sent.
    public Tracing(TracingSettings settings) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(settings.endpoint().toString())
                .setTimeout(TIMEOUT)
                .setConnectTimeout(TIMEOUT)
                .setHeaders(settings::headers)
                .setCompression("gzip")
                .build();
        Attributes about = Attributes.builder()
                .put("service.name", "osusume")
                .put("service.version", settings.version())
                .build();
        provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault().merge(Resource.create(about)))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(settings.share())))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(Duration.ofSeconds(1))
                        .setExporterTimeout(TIMEOUT)
                        .build())
                .build();
        tracer = provider.get("io.osusume");
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // what is returned closes it
    public Running begins(Work work) {
        SpanBuilder builder = switch (work) {
            case Work.Request(String method, String parent) ->
                tracer.spanBuilder(method)
                        .setParent(context(parent))
                        .setSpanKind(SpanKind.SERVER)
                        .setAttribute("http.request.method", method.equals("OTHER") ? "_OTHER" : method);
            case Work.Waiting() -> tracer.spanBuilder("wait for turn");
            case Work.Scoring(String question, String model) ->
                tracer.spanBuilder(question).setAttribute("osusume.model", model);
            case Work.StoreUse(Work.Access access, String database) ->
                tracer.spanBuilder("store " + access.name().toLowerCase(Locale.ROOT))
                        .setSpanKind(SpanKind.CLIENT)
                        .setAttribute("db.system.name", database);
            case Work.ListImport(String service) ->
                tracer.spanBuilder("import").setSpanKind(SpanKind.CLIENT).setAttribute("osusume.list.service", service);
            case Work.ModelLoad(String model, boolean _) ->
                tracer.spanBuilder("load model").setAttribute("osusume.model", model);
        };
        Span span = builder.startSpan();
        Scope scope = span.makeCurrent();
        return outcome -> {
            scope.close();
            end(span, work, outcome);
        };
    }

    /// Where a request belongs, by the header of a trusted proxy (W3C Trace Context); to nothing without one.
    private static Context context(String traceParent) {
        Matcher parts = TRACE_PARENT.matcher(traceParent);
        if (!parts.matches()) {
            return Context.root();
        }
        SpanContext remote = SpanContext.createFromRemoteParent(
                parts.group(1), parts.group(2), TraceFlags.fromHex(parts.group(3), 0), TraceState.getDefault());
        return Context.root().with(Span.wrap(remote));
    }

    private static void end(Span span, Work work, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done() -> {}
            case Outcome.Failed(String why) -> span.setStatus(StatusCode.ERROR).setAttribute("error.type", why);
            case Outcome.Answered(String route, int status) -> {
                if (work instanceof Work.Request(String method, String _)) {
                    span.updateName(method + " " + route);
                }
                span.setAttribute("http.route", route).setAttribute("http.response.status_code", status);
                if (status >= 500) {
                    span.setStatus(StatusCode.ERROR).setAttribute("error.type", Integer.toString(status));
                }
            }
        }
        span.end();
    }

    /// Spans do not count titles.
    @Override
    public void filtered(Map<String, Integer> byRule) {}

    /// Sends the spans that still wait, for a few seconds at most.
    @Override
    public void close() {
        CompletableResultCode sent = provider.shutdown();
        sent.join(LAST_SPANS.toMillis(), TimeUnit.MILLISECONDS);
    }
}
