package io.osusume.tracking;

import io.osusume.artifact.ArtifactException;
import io.osusume.artifact.Hashes;
import io.osusume.artifact.Manifest;
import io.osusume.model.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A run that is being recorded. Whoever works is never disturbed: what cannot be written is left out and told once.
///
/// ```java
/// try (OpenRun run = store.begin(start, settings, listener)) {
///     run.parameters(trainer.settings());
///     Training.run(trainer, data, kernels, run.listening(progress));
///     run.finish();
/// }
/// ```
/// Closed without [#finish()], the run has failed.
public final class OpenRun implements AutoCloseable {
    private final Path artifacts;
    private final RecordingListener listener;
    private final @Nullable Path folder;
    private final @Nullable RunLock lock;
    private final @Nullable MetricsFile metrics;
    private final @Nullable ScheduledExecutorService vitals;
    private final SortedMap<String, Double> figures = new TreeMap<>();
    private Run run;
    private boolean troubled;
    private int samples;

    /// Makes the folder of a run.
    interface NewFolder {
        Path make() throws IOException;
    }

    private OpenRun(
            Path artifacts,
            RecordingListener listener,
            Run run,
            @Nullable Path folder,
            @Nullable RunLock lock,
            @Nullable MetricsFile metrics,
            RecordingSettings settings) {
        this.artifacts = artifacts;
        this.listener = listener;
        this.run = run;
        this.folder = folder;
        this.lock = lock;
        this.metrics = metrics;
        this.vitals = folder == null || settings.systemInterval().isZero() ? null : sampler();
        if (vitals != null) {
            long millis = settings.systemInterval().toMillis();
            ScheduledFuture<?> _ = vitals.scheduleAtFixedRate(this::sample, 0, millis, TimeUnit.MILLISECONDS);
        }
    }

    private static ScheduledExecutorService sampler() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("osusume-vitals").factory());
    }

    static OpenRun begin(
            Path artifacts, RunStart start, RecordingSettings settings, RecordingListener listener, NewFolder place) {
        HostFacts host = HostFacts.here(start.kernels());
        Path folder = null;
        RunLock lock = null;
        MetricsFile metrics = null;
        String id = "";
        Run begun = first(id, start, host);
        try {
            folder = place.make();
            lock = RunLock.take(folder);
            metrics = MetricsFile.create(folder);
            begun = first(String.valueOf(folder.getFileName()), start, host);
            RunFile.write(folder, begun);
        } catch (IOException unwritable) {
            closeQuietly(metrics);
            closeQuietly(lock);
            listener.trouble("this run is not recorded: " + unwritable);
            return new OpenRun(artifacts, listener, begun, null, null, null, settings);
        }
        OpenRun open = new OpenRun(artifacts, listener, begun, folder, lock, metrics, settings);
        listener.news(begun.id());
        return open;
    }

    private static Run first(String id, RunStart start, HostFacts host) {
        return new Run(
                id,
                start.command(),
                start.model(),
                start.parent(),
                RunStatus.RUNNING,
                Instant.now(),
                null,
                "",
                start.code(),
                start.data(),
                host,
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(),
                start.tags(),
                List.of());
    }

    /// The run's id; empty if it is not recorded.
    public String id() {
        return run.id();
    }

    /// Adds parameters; a name that is there gets the new value.
    public synchronized void parameters(Map<String, String> more) {
        SortedMap<String, String> all = new TreeMap<>(run.parameters());
        all.putAll(more);
        write(new Edited(run).parameters(all).run());
    }

    /// Adds what the run works on, by name.
    public synchronized void data(Map<String, String> more) {
        SortedMap<String, String> all = new TreeMap<>(run.data());
        all.putAll(more);
        write(new Edited(run).data(all).run());
    }

    /// Adds measured numbers of the whole run.
    public void figures(Map<String, Double> measured) {
        add(null, measured);
    }

    /// Adds measured numbers of a step.
    ///
    /// @param step the epoch, trial or the like
    public void metrics(int step, Map<String, Double> measured) {
        add(step, measured);
    }

    private synchronized void add(@Nullable Integer step, Map<String, Double> measured) {
        Instant now = Instant.now();
        List<MetricLine> lines = new ArrayList<>();
        new TreeMap<>(measured).forEach((name, value) -> {
            if (MetricsFile.accepts(name)) {
                lines.add(new MetricLine(now, step, name, value));
                if (!RunMetrics.isSystem(name)) {
                    figures.put(name, value);
                }
            } else {
                trouble("the metric '" + name + "' is not recorded: a name has 1 to 250 letters and no comma");
            }
        });
        MetricsFile file = metrics;
        if (file == null || run.status().ended() || lines.isEmpty()) {
            return;
        }
        try {
            file.add(lines);
            listener.news(run.id());
        } catch (IOException unwritable) {
            trouble("metrics of run " + run.id() + " are not recorded: " + unwritable);
        }
    }

    /// Adds something the run made or used, by reference.
    ///
    /// @param path a file, or an artifact folder with its manifest
    public synchronized void artifact(String name, Path path) {
        try {
            RunArtifact found = refer(name, path.toAbsolutePath().normalize());
            List<RunArtifact> all = new ArrayList<>(run.artifacts());
            all.removeIf(each -> each.name().equals(name));
            all.add(found);
            write(new Edited(run).artifacts(all).run());
        } catch (IOException | ArtifactException unreadable) {
            trouble("the artifact '" + name + "' of run " + run.id() + " is not recorded: " + unreadable);
        }
    }

    private RunArtifact refer(String name, Path path) throws IOException {
        String shown = path.startsWith(artifacts) ? artifacts.relativize(path).toString() : path.toString();
        if (!Files.isDirectory(path)) {
            return new RunArtifact(name, shown, Files.size(path), Hashes.sha256(path));
        }
        long size = Manifest.read(path).files().values().stream()
                .mapToLong(Manifest.FileEntry::sizeBytes)
                .sum();
        return new RunArtifact(name, shown, size, Hashes.sha256(path.resolve(Manifest.FILE)));
    }

    /// Adds a word to find it by.
    public synchronized void tag(String tag) {
        List<String> all = new ArrayList<>(run.tags());
        all.add(tag);
        write(new Edited(run).tags(all.stream().distinct().toList()).run());
    }

    /// Adds a sentence.
    public synchronized void note(String sentence) {
        List<String> all = new ArrayList<>(run.notes());
        all.add(sentence);
        write(new Edited(run).notes(all).run());
    }

    /// A listener that records epochs and notes, and passes everything on.
    public TrainingListener listening(TrainingListener next) {
        return new TrainingListener() {
            @Override
            public void progress(String step, double fraction) {
                next.progress(step, fraction);
            }

            @Override
            public void epoch(int epoch, SortedMap<String, Double> measured) {
                metrics(epoch, measured);
                next.epoch(epoch, measured);
            }

            @Override
            public void note(String sentence) {
                OpenRun.this.note(sentence);
                next.note(sentence);
            }
        };
    }

    private void sample() {
        add(samples++, Vitals.now());
    }

    /// The run has come to its end.
    public void finish() {
        end(RunStatus.FINISHED, "");
    }

    /// The run has failed.
    ///
    /// @param reason in words; no secret may be in it
    public void fail(String reason) {
        end(RunStatus.FAILED, reason);
    }

    private synchronized void end(RunStatus status, String reason) {
        if (!run.status().ended()) {
            write(new Edited(run).ended(status, reason, figures).run());
        }
    }

    private void write(Run changed) {
        run = changed;
        if (folder == null) {
            return;
        }
        try {
            RunFile.write(folder, changed);
            listener.news(changed.id());
        } catch (IOException unwritable) {
            trouble("what run " + changed.id() + " did is not recorded: " + unwritable);
        }
    }

    private void trouble(String sentence) {
        if (!troubled) {
            troubled = true;
            listener.trouble(sentence);
        }
    }

    @Override
    public void close() {
        if (vitals != null) {
            vitals.shutdown();
        }
        fail("it ended without saying why");
        synchronized (this) {
            closeQuietly(metrics);
            closeQuietly(lock);
        }
    }

    private static void closeQuietly(@Nullable AutoCloseable open) {
        try {
            if (open != null) {
                open.close();
            }
        } catch (Exception late) {
            // what was recorded is on disk already: every line is handed over when it is added
        }
    }
}
