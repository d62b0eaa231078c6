package io.osusume.benchmarks;

import io.osusume.logs.Logs;
import io.osusume.metrics.Metrics;
import io.osusume.telemetry.Outcome;
import io.osusume.telemetry.Running;
import io.osusume.telemetry.Telemetry;
import io.osusume.telemetry.Work;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What it costs a request that it is counted, timed and logged: two threads, as on two processors.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@Threads(2)
public class WatchingBenchmark {
    private static final Logger LOG = LoggerFactory.getLogger(WatchingBenchmark.class);
    private static final Map<String, Integer> FILTERED = Map.of("age", 12, "type", 40);

    /// Whether anybody watches.
    @Param({"nobody", "metrics"})
    public String who = "metrics";

    private Telemetry telemetry = Telemetry.NONE;
    private PrintStream before = System.err;

    /// Logs into nothing from here on.
    @Setup(Level.Trial)
    public void start() {
        telemetry = who.equals("metrics") ? new Metrics("benchmark") : Telemetry.NONE;
        before = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        Logs.serve(Logs.Form.JSON);
    }

    /// Logs as before.
    @TearDown(Level.Trial)
    public void end() {
        Logs.close();
        System.setErr(before);
    }

    /// A request that uses the database once and asks the model once.
    @Benchmark
    public void request() {
        Running request = telemetry.begins(new Work.Request("POST", ""));
        telemetry.begins(new Work.StoreUse(Work.Access.READ, "sqlite")).ended(Outcome.DONE);
        telemetry.begins(new Work.Scoring("recommend", "model")).ended(Outcome.DONE);
        if (telemetry.watches()) {
            telemetry.filtered(FILTERED);
        }
        request.ended(new Outcome.Answered("/api/v1/recommendations", 200));
    }

    /// A line of the log as each request gets one; what it costs the request, not the thread that writes it.
    @Benchmark
    public void line() {
        LOG.atInfo()
                .addKeyValue("method", "POST")
                .addKeyValue("route", "/api/v1/recommendations")
                .addKeyValue("status", 200)
                .addKeyValue("ms", 1.25)
                .addKeyValue("model", "model")
                .log("answered");
    }
}
