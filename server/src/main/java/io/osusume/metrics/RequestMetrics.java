package io.osusume.metrics;

import io.osusume.telemetry.Outcome;
import io.osusume.telemetry.Running;
import io.osusume.telemetry.Work;
import io.prometheus.metrics.core.datapoints.GaugeDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;

/// Requests: how long by route and class of status, how many by status, how many at this moment.
final class RequestMetrics {
    private static final int TOO_MANY_REQUESTS = 429;

    private final Histogram seconds;
    private final Counter responses;
    private final Counter rateLimited;
    private final GaugeDataPoint inFlight;

    RequestMetrics(Instruments make) {
        seconds = make.seconds(
                "http_request",
                "Time from the head of a request to its answer, by the template of its path",
                "method",
                "route",
                "status");
        responses = make.counter("http_responses", "Answers by status", "status");
        rateLimited = make.counter("http_rate_limited", "Requests that were refused since their client sends too many");
        Gauge now = make.gauge("http_in_flight", "Requests being answered now");
        now.initLabelValues();
        inFlight = now;
    }

    Running begins(Work.Request request) {
        long start = System.nanoTime();
        inFlight.inc();
        return outcome -> {
            inFlight.dec();
            if (outcome instanceof Outcome.Answered(String route, int status)) {
                seconds.labelValues(request.method(), route, status / 100 + "xx")
                        .observe((System.nanoTime() - start) / 1e9);
                responses.labelValues(Integer.toString(status)).inc();
                if (status == TOO_MANY_REQUESTS) {
                    rateLimited.inc();
                }
            }
        };
    }
}
