package io.osusume.tracking.remote;

import io.osusume.artifact.ArtifactException;
import io.osusume.artifact.Manifest;
import io.osusume.tracking.MetricLine;
import io.osusume.tracking.MetricsFile;
import io.osusume.tracking.Run;
import io.osusume.tracking.RunArtifact;
import io.osusume.tracking.RunStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Brings one run to one tracker: everything it has on disk, each thing once. Before something is sent that must not be
/// sent twice, that is noted; after the answer, that it is there. Where a note has no answer (the cable was cut, the
/// process killed), the tracker is asked what it has.
public final class Delivery {
    private final RunStore store;
    private final Tracker tracker;
    private final long maxAssetBytes;

    /// @param maxAssetBytes files over this size are not uploaded
    public Delivery(RunStore store, Tracker tracker, long maxAssetBytes) {
        this.store = store;
        this.tracker = tracker;
        this.maxAssetBytes = maxAssetBytes;
    }

    /// What was sent in one go.
    ///
    /// @param things how many metrics, words and files were told
    /// @param complete whether the tracker has all of the run, its end included
    public record Outcome(int things, boolean complete) {}

    /// Whether a tracker has all of a run already, or nothing is to be done.
    public boolean isComplete(String id) throws IOException {
        DeliveryState state = DeliveryState.read(store.folder(id), tracker.name(), tracker.address());
        return state.ended();
    }

    /// Sends what is missing.
    ///
    /// @throws TrackerException if the tracker cannot be reached or refuses; what it took until then is noted
    public Outcome deliver(String id) throws IOException, TrackerException, InterruptedException {
        Path folder = store.folder(id);
        Path guard = folder.resolve("delivery-" + tracker.name() + ".lock");
        try (FileChannel channel = FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            @Nullable FileLock lock = lock(channel);
            if (lock == null) {
                throw new TrackerException("another process sends run " + id + " to " + tracker.name() + " now", true);
            }
            return new Going(folder, DeliveryState.read(folder, tracker.name(), tracker.address())).all(id);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException here) {
            return null;
        }
    }

    /// One delivery on its way.
    private final class Going {
        private final Path folder;
        private DeliveryState state;
        private int things;

        Going(Path folder, DeliveryState state) {
            this.folder = folder;
            this.state = state;
        }

        private void note(DeliveryState next) throws IOException {
            next.write(folder, tracker.name());
            state = next;
        }

        Outcome all(String id) throws IOException, TrackerException, InterruptedException {
            if (state.ended()) {
                return new Outcome(0, true);
            }
            Run run = store.read(id); // before the metrics: after its end no more of them come
            open(run);
            words(run);
            metrics();
            artifacts(run);
            if (run.status().ended()) {
                tracker.end(state.id(), run);
                note(state.over());
                things++;
            }
            return new Outcome(things, state.ended());
        }

        private void open(Run run) throws IOException, TrackerException, InterruptedException {
            if (!state.id().isEmpty()) {
                return;
            }
            if (state.making()) {
                Optional<String> found = tracker.find(run);
                if (found.isPresent()) {
                    note(state.made(found.get()));
                    return;
                }
            }
            note(state.asked());
            note(state.made(tracker.make(run)));
        }

        private void words(Run run) throws IOException, TrackerException, InterruptedException {
            SortedMap<String, String> now = new TreeMap<>(tracker.words(run));
            SortedMap<String, String> changed = new TreeMap<>(now);
            changed.entrySet()
                    .removeIf(word -> word.getValue().equals(state.words().get(word.getKey())));
            if (!changed.isEmpty()) {
                tracker.words(state.id(), run, changed);
                note(state.told(now));
                things += changed.size();
            }
        }

        private void metrics() throws IOException, TrackerException, InterruptedException {
            List<MetricLine> lines = MetricsFile.read(folder);
            if (state.doubtful() > 0) {
                int to = Math.min(lines.size(), state.lines() + state.doubtful());
                List<MetricLine> sent = finite(lines.subList(state.lines(), to));
                send(lines.subList(state.lines(), to), tracker.missing(state.id(), sent));
            }
            while (state.lines() < lines.size()) {
                List<MetricLine> batch =
                        lines.subList(state.lines(), Math.min(lines.size(), state.lines() + tracker.batch()));
                send(batch, finite(batch));
            }
        }

        private void send(List<MetricLine> batch, List<MetricLine> missing)
                throws IOException, TrackerException, InterruptedException {
            int unspeakable = batch.size() - finite(batch).size();
            note(state.sending(batch.size()));
            if (!missing.isEmpty()) {
                tracker.metrics(state.id(), missing);
            }
            note(state.taken(batch.size(), unspeakable));
            things += missing.size();
        }

        private static List<MetricLine> finite(List<MetricLine> lines) {
            return lines.stream().filter(line -> Double.isFinite(line.value())).toList();
        }

        private void artifacts(Run run) throws IOException, TrackerException, InterruptedException {
            for (RunArtifact artifact : run.artifacts()) {
                for (Map.Entry<String, Path> file : files(artifact).entrySet()) {
                    String hash = artifact.sha256();
                    if (!hash.equals(state.artifacts().get(file.getKey()))) {
                        tracker.artifact(state.id(), artifact, file.getKey(), file.getValue());
                        note(state.uploaded(file.getKey(), hash));
                        things++;
                    }
                }
            }
        }

        /// The files of an artifact that can be uploaded, by the name they get there.
        private SortedMap<String, Path> files(RunArtifact artifact) throws IOException {
            Path place = store.locate(artifact);
            SortedMap<String, Path> files = new TreeMap<>();
            if (Files.isRegularFile(place)) {
                files.put(artifact.name() + "/" + place.getFileName(), place);
            } else if (Files.isDirectory(place)) {
                List<String> names = new ArrayList<>(List.of(Manifest.FILE));
                try {
                    names.addAll(Manifest.read(place).files().keySet());
                } catch (ArtifactException changed) {
                    return files;
                }
                names.forEach(name -> files.put(artifact.name() + "/" + name, place.resolve(name)));
            }
            files.values().removeIf(file -> !Files.isRegularFile(file) || isTooLarge(file));
            return files;
        }

        private boolean isTooLarge(Path file) {
            try {
                return Files.size(file) > maxAssetBytes;
            } catch (IOException gone) {
                return true;
            }
        }
    }
}
