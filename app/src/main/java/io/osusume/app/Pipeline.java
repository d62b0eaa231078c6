package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.app.settings.Settings;
import io.osusume.artifact.ArtifactFolder;
import io.osusume.flow.ClassHashes;
import io.osusume.flow.Flow;
import io.osusume.flow.Flow.Decision;
import io.osusume.flow.FlowGraph;
import io.osusume.flow.FlowLock;
import io.osusume.flow.HashCache;
import io.osusume.flow.Stage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The pipeline of a workplace: the declared stages joined with the settings, the code and the source.
///
/// @param flow the stages in their artifacts folder
/// @param source where ingest takes its files from
record Pipeline(Workplace workplace, Flow flow, String source) {
    private static final String SOURCE = "source";
    private static final long WAIT_MILLIS = 500;

    /// Reads the declaration.
    ///
    /// @param given a source from the command line
    /// @param until the last stage that is wanted; null for all
    static Pipeline of(Workplace workplace, @Nullable String given, @Nullable String until) throws IOException {
        Settings settings = workplace.settings();
        FlowGraph whole = PipelineFile.read(workplace.pipelineFile(), settings);
        FlowGraph graph = until == null ? whole : whole.until(whole.named(until));
        Path artifacts = workplace.artifacts().toAbsolutePath().normalize();
        String source = source(workplace, given, artifacts.resolve("flow").resolve(SOURCE));
        ClassHashes classes = ClassHashes.of(System.getProperty("java.class.path"), "io.osusume", "osusume-");
        return new Pipeline(
                workplace,
                new Flow(graph, artifacts, new Flow.Surroundings() {
                    @Override
                    public String outside(String input, HashCache cache) throws IOException {
                        return SourceContent.hash(workplace.stored(), source, cache);
                    }

                    @Override
                    public SortedMap<String, String> settings(List<String> keys) {
                        return values(settings, keys);
                    }

                    @Override
                    public SortedMap<String, String> code(List<String> packages) {
                        return classes.of(packages);
                    }

                    @Override
                    public Instant now() {
                        return Instant.now();
                    }
                }),
                source);
    }

    private static String source(Workplace workplace, @Nullable String given, Path last) throws IOException {
        String setting = workplace.settings().text(Setting.PIPELINE_SOURCE);
        if (given != null || !setting.equals("none")) {
            return given == null ? setting : given;
        }
        try {
            return Files.readString(last).strip();
        } catch (NoSuchFileException first) {
            throw workplace.usage("--from must say where the files are, as the setting pipeline.source does not");
        }
    }

    private static SortedMap<String, String> values(Settings settings, List<String> keys) {
        SortedMap<String, String> values = new TreeMap<>();
        for (Setting setting : Setting.values()) {
            boolean named = keys.stream()
                    .anyMatch(key -> key.endsWith("*")
                            ? setting.key().startsWith(key.substring(0, key.length() - 1))
                            : setting.key().equals(key));
            if (named) {
                values.put(setting.key(), settings.text(setting));
            }
        }
        return values;
    }

    /// The stages that some words of the command line name.
    Set<Stage> stages(List<String> names) {
        Set<Stage> stages = new HashSet<>();
        names.forEach(name -> stages.addAll(flow.graph().named(name)));
        return stages;
    }

    /// Runs what must run, under the lock.
    ///
    /// @throws CommandFailure if somebody else runs it and the settings say not to wait
    /// @throws GateRefusal if the gate refuses the candidate
    void run(List<String> forced) throws IOException {
        Set<Stage> always = stages(forced);
        long start = System.nanoTime();
        try (FlowLock lock = lock()) {
            lock.takenOverFrom()
                    .ifPresent(dead -> workplace.tell("taken over from " + dead.words() + ", who has not ended well"));
            Path last = flow.folder().resolve(SOURCE);
            ArtifactFolder.writeFile(last, (absolute() + "\n").getBytes(StandardCharsets.UTF_8));
            Flow.Summary summary = flow.run(always, new PipelineWork(workplace, flow, source), listener());
            workplace.print(String.format(
                    Locale.ROOT,
                    "%s, in %.1f s",
                    summary.ran() == 0
                            ? "nothing to do: " + summary.skipped() + " stages are up to date"
                            : summary.ran() + " of " + (summary.ran() + summary.skipped()) + " stages ran",
                    (System.nanoTime() - start) / 1e9));
        }
    }

    private String absolute() {
        return source.contains("://")
                ? source
                : Path.of(source).toAbsolutePath().normalize().toString();
    }

    private FlowLock lock() throws IOException {
        FlowLock.Holder me = new FlowLock.Holder(
                Operator.name(),
                ProcessHandle.current().pid(),
                host(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
        boolean waits = workplace.settings().text(Setting.PIPELINE_BUSY).equals("wait");
        boolean told = false;
        while (true) {
            Optional<FlowLock> lock = FlowLock.take(flow.lockFile(), me);
            if (lock.isPresent()) {
                return lock.get();
            }
            String holder =
                    FlowLock.holder(flow.lockFile()).map(FlowLock.Holder::words).orElse("somebody");
            if (!waits) {
                throw new CommandFailure("the pipeline in " + flow.artifacts() + " is run by " + holder
                        + " already; wait for its end, or let the next run wait: --set pipeline.busy=wait");
            }
            if (!told) {
                workplace.tell("waiting for " + holder);
                told = true;
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(WAIT_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for another run of the pipeline");
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    private Flow.Listener listener() {
        return new Flow.Listener() {
            @Override
            public void decided(Stage stage, Decision decision) {
                workplace.print("-- " + stage.name() + ": skipped, " + String.join("; ", decision.reasons()));
            }

            @Override
            public void begins(Stage stage, Decision decision) {
                workplace.heading(stage.name() + ": " + String.join("; ", decision.reasons()));
            }

            @Override
            public void ended(Stage stage, Duration took) {
                workplace.tell(String.format(Locale.ROOT, "%s took %.1f s", stage.name(), took.toMillis() / 1e3));
            }
        };
    }
}
