package io.osusume.tracking;

import io.osusume.artifact.ArtifactException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The runs on this computer: a folder each below `runs` of the artifacts folder.
///
/// ```java
/// RunStore store = new RunStore(artifacts);
/// for (Run run : store.list().runs()) { ... store.metrics(run.id()).curve("loss") ... }
/// ```
public final class RunStore {
    private static final Pattern ID = Pattern.compile("\\d{8}-\\d{6}-[a-z0-9-]{1,80}");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final int ATTEMPTS = 100;

    private final Path artifacts;
    private final Path root;

    /// @param artifacts the folder of everything the program makes
    public RunStore(Path artifacts) {
        this.artifacts = artifacts.toAbsolutePath().normalize();
        this.root = this.artifacts.resolve("runs");
    }

    /// What was found.
    ///
    /// @param runs the oldest first
    /// @param problems a sentence for each folder that is not a readable run
    public record Listing(List<Run> runs, List<String> problems) {
        public Listing {
            runs = List.copyOf(runs);
            problems = List.copyOf(problems);
        }
    }

    /// The folder of all runs; may not exist yet.
    public Path root() {
        return root;
    }

    /// Begins a run. Never fails: where nothing can be written, nothing is recorded and that is told.
    ///
    /// @param listener is told that there is something new, and of trouble
    public OpenRun begin(RunStart start, RecordingSettings settings, RecordingListener listener) {
        return OpenRun.begin(artifacts, start, settings, listener, () -> newFolder(start));
    }

    private Path newFolder(RunStart start) throws IOException {
        Files.createDirectories(root);
        SplittableRandom random = new SplittableRandom(System.nanoTime());
        for (int attempt = 0; ; attempt++) {
            String id = MOMENT.format(Instant.now()) + "-" + start.command()
                    + (start.model().isEmpty() ? "" : "-" + start.model()) + "-"
                    + HexFormat.of().toHexDigits((short) random.nextInt());
            try {
                return Files.createDirectory(root.resolve(id));
            } catch (FileAlreadyExistsException taken) {
                if (attempt == ATTEMPTS) {
                    throw taken;
                }
            }
        }
    }

    /// All runs.
    public Listing list() throws IOException {
        List<Run> runs = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String id : ids()) {
            try {
                runs.add(read(id));
            } catch (ArtifactException damaged) {
                problems.add(String.valueOf(damaged.getMessage()));
            }
        }
        return new Listing(runs, problems);
    }

    private List<String> ids() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.map(folder -> String.valueOf(folder.getFileName()))
                    .filter(name -> ID.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    /// Whether a text could be the id of a run.
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /// The folder of a run.
    ///
    /// @throws ArtifactException if there is no such run
    public Path folder(String id) {
        if (!isId(id) || !Files.isDirectory(root.resolve(id))) {
            throw new ArtifactException(
                    "there is no run '" + id + "' in " + root + "; ./osusume runs list shows those there are");
        }
        return root.resolve(id);
    }

    /// A run as it stands now: one whose process is gone without a word is `KILLED`.
    ///
    /// @throws ArtifactException if there is no such run or its file is damaged
    public Run read(String id) throws IOException {
        Path folder = folder(id);
        Run run = RunFile.read(folder);
        if (run.status() != RunStatus.RUNNING) {
            return run;
        }
        boolean works = run.host().isThisProcess() || RunLock.isHeld(folder);
        Run again = works ? run : RunFile.read(folder); // it may have ended between the two looks
        if (again.status() != RunStatus.RUNNING) {
            return again;
        }
        return again.as(
                works ? RunStatus.RUNNING : RunStatus.KILLED, metrics(id).last());
    }

    /// The measured numbers of a run, so far.
    public RunMetrics metrics(String id) throws IOException {
        return new RunMetrics(MetricsFile.read(folder(id)));
    }

    /// The id somebody means: the whole of it, a beginning or an end that only one has, or `latest`.
    ///
    /// @throws ArtifactException if none or several are meant
    public String resolve(String word) throws IOException {
        List<String> ids = ids();
        if (word.equals("latest") && !ids.isEmpty()) {
            return ids.getLast();
        }
        List<String> meant = ids.contains(word)
                ? List.of(word)
                : ids.stream()
                        .filter(id -> id.startsWith(word) || id.endsWith("-" + word))
                        .toList();
        if (meant.size() > 1) {
            throw new ArtifactException(
                    "'" + word + "' may be any of " + String.join(", ", meant) + "; write more of it");
        }
        return meant.isEmpty() ? String.valueOf(folder(word).getFileName()) : meant.getFirst();
    }

    /// Where an artifact of a run lies now.
    public Path locate(RunArtifact artifact) {
        return artifacts.resolve(artifact.path()).normalize();
    }
}
