package io.osusume.tracking;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Runs for tests.
public final class SampleRuns {
    private static final RecordingSettings QUIET = new RecordingSettings(Duration.ZERO);

    private SampleRuns() {}

    static RunStart start(String command, String model) {
        return new RunStart(
                command, model, null, "0.1.0+1a2b3c4", new TreeMap<>(Map.of("prepared", "9f2c")), "plain", List.of());
    }

    /// A run that has begun.
    public static OpenRun begin(Path artifacts, String command, String model, RecordingListener listener) {
        return new RunStore(artifacts).begin(start(command, model), QUIET, listener);
    }

    /// A run that has come to its end.
    ///
    /// @return its id
    public static String finished(
            Path artifacts, String command, String model, Map<String, String> parameters, Map<String, Double> figures) {
        try (OpenRun run = begin(artifacts, command, model, RecordingListener.SILENT)) {
            run.parameters(parameters);
            run.figures(figures);
            run.finish();
            return run.id();
        }
    }

    /// Another process that records two epochs, prints the run's id (padded to 31 bytes with its line's end) and hangs.
    static Process inAProcess(Path artifacts) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SampleRuns.class.getName(),
                        artifacts.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] args) throws InterruptedException {
        OpenRun run = begin(Path.of(args[0]), "train", "net", RecordingListener.SILENT);
        run.metrics(1, Map.of("loss", .5));
        run.metrics(2, Map.of("loss", .25));
        System.out.printf("%-30s%n", run.id());
        System.out.flush();
        Thread.sleep(Long.MAX_VALUE);
    }
}
