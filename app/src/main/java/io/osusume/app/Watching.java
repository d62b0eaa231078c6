package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.app.settings.Settings;
import io.osusume.artifact.ArtifactException;
import io.osusume.drift.DriftFiles;
import io.osusume.drift.ServedTallies;
import io.osusume.gate.GateSettings;
import io.osusume.gate.RequestLines;
import io.osusume.gate.TrustedProxies;
import io.osusume.logs.Logs;
import io.osusume.metrics.Metrics;
import io.osusume.metrics.MetricsServer;
import io.osusume.metrics.ServedLists;
import io.osusume.telemetry.Telemetry;
import io.osusume.tracing.Tracing;
import io.osusume.tracing.TracingSettings;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What watches a server, as the settings say: its log, its metrics and the port they are served at, its
/// traces.
final class Watching implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);

    private static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);

    private final Settings settings;
    private final Metrics metrics;
    private final Telemetry telemetry;
    private final List<AutoCloseable> open = new ArrayList<>();

    private Watching(Settings settings, Metrics metrics, Optional<Tracing> tracing, Path monitor) {
        this.settings = settings;
        this.metrics = metrics;
        List<Telemetry> watchers = new ArrayList<>();
        if (servesMetrics(settings)) { // what nobody can see need not be counted
            watchers.add(metrics);
        }
        tracing.ifPresent(watchers::add);
        tracing.ifPresent(open::add);
        if (settings.text(Setting.MONITOR_SERVED).equals("true")) {
            ServedLists lists = new ServedLists(
                    ServedTallies.file(monitor, settings.text(Setting.SERVE_PORT)),
                    settings.integer(Setting.MONITOR_DAYS),
                    BETWEEN_WRITES,
                    InstantSource.system());
            watchers.add(lists);
            open.add(lists);
        }
        metrics.watchDrift(() -> newest(monitor));
        this.telemetry = Telemetry.all(watchers);
    }

    private static Optional<DriftFiles.Newest> newest(Path monitor) {
        try {
            return DriftFiles.newest(monitor);
        } catch (IOException | ArtifactException unreadable) {
            LOG.warn("the report on drift cannot be read: {}", unreadable.getMessage());
            return Optional.empty();
        }
    }

    /// Begins to watch: from now on the program logs as a server.
    ///
    /// @param environment the process's variables, for the headers a collector of traces asks for
    /// @param monitor the folder of counts of lists and reports on drift
    static Watching begin(Settings settings, Map<String, String> environment, Path monitor) {
        Logs.serve(Logs.Form.valueOf(settings.text(Setting.LOG_FORMAT).toUpperCase(Locale.ROOT)));
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failed) -> LOG.error("thread {} ended unforeseen", thread.getName(), failed));
        String version = CodeVersion.describe();
        String endpoint = settings.text(Setting.TRACING_ENDPOINT);
        Optional<Tracing> tracing = endpoint.equals("none")
                ? Optional.empty()
                : Optional.of(new Tracing(new TracingSettings(
                        URI.create(endpoint),
                        settings.real(Setting.TRACING_SHARE),
                        TracingSettings.headers(environment.getOrDefault(TracingSettings.HEADERS_VARIABLE, "")),
                        version)));
        return new Watching(settings, new Metrics(version), tracing, monitor);
    }

    Metrics metrics() {
        return metrics;
    }

    Telemetry telemetry() {
        return telemetry;
    }

    /// How requests are let in, watched and seen out.
    GateSettings gate() {
        return new GateSettings(
                telemetry,
                proxies(),
                RequestLines.valueOf(settings.text(Setting.LOG_REQUESTS).toUpperCase(Locale.ROOT)),
                Duration.ofSeconds(settings.integer(Setting.SERVE_CLIENT_TIMEOUT)),
                settings.integer(Setting.SERVE_CONNECTIONS),
                Duration.ofSeconds(settings.integer(Setting.SERVE_DRAIN_DELAY)),
                Duration.ofSeconds(settings.integer(Setting.SERVE_DRAIN_LIMIT)));
    }

    private TrustedProxies proxies() {
        String ranges = settings.text(Setting.SERVE_TRUSTED_PROXIES);
        return ranges.equals("none") ? TrustedProxies.NONE : TrustedProxies.of(List.of(ranges.split(",", -1)));
    }

    /// Serves the metrics, where the settings want them.
    ///
    /// @throws CommandFailure if the port that was asked for cannot be listened on; the usual one may be
    ///     taken
    void serveMetrics() {
        if (!servesMetrics(settings)) {
            return;
        }
        String port = settings.text(Setting.METRICS_PORT);
        String host = settings.text(Setting.METRICS_HOST);
        try {
            MetricsServer server = MetricsServer.start(host, Integer.parseInt(port), metrics);
            open.add(server);
            LOG.atInfo()
                    .addKeyValue("address", "http://" + host + ":" + server.port() + "/metrics")
                    .log("metrics are served");
        } catch (Exception failed) {
            String why = "port " + port + " at " + host + " cannot be listened on for metrics (" + reason(failed)
                    + "); choose another with the setting metrics.port, or none";
            if (!port.equals(Setting.METRICS_PORT.defaultValue()) || !isTaken(failed)) {
                throw new CommandFailure(why);
            }
            LOG.warn("no metrics are served: {}", why);
        }
    }

    private static boolean servesMetrics(Settings settings) {
        return !settings.text(Setting.METRICS_PORT).equals("none");
    }

    private static boolean isTaken(Throwable failed) {
        return cause(failed) instanceof BindException;
    }

    private static String reason(Throwable failed) {
        return String.valueOf(cause(failed).getMessage());
    }

    private static Throwable cause(Throwable failed) {
        Throwable last = failed;
        for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
            last = cause;
        }
        return last;
    }

    /// Ends all that watches, the log last.
    @Override
    public void close() {
        for (AutoCloseable each : open.reversed()) {
            try {
                each.close();
            } catch (Exception late) {
                LOG.warn("{} did not end in time", each.getClass().getSimpleName());
            }
        }
        Thread.setDefaultUncaughtExceptionHandler(null);
        Logs.close();
    }
}
