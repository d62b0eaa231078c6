package io.osusume.ingest;

import io.osusume.artifact.ArtifactException;
import io.osusume.artifact.ArtifactFolder;
import io.osusume.artifact.Manifest;
import io.osusume.model.TrainingListener;
import io.osusume.ratings.BadRow;
import io.osusume.ratings.RatingFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The first stage: brings raw files into the raw folder, checked and counted. Files the source does not have are kept
/// from the earlier raw folder, which stays untouched until the new one is whole. Memory does not grow with the files.
public final class Ingest {
    private static final String ROWS = "rows";
    private static final String ROWS_READ = "rows read";
    private static final String BAD_ROWS = "bad rows";
    private static final String INGESTED = " ingested";

    private final IngestSettings settings;
    private final RawFolder earlier;
    private final TrainingListener listener;
    private final Instant now;
    private final List<String> notes = new ArrayList<>();
    private final Map<RawFile, CopiedRows> copied = new EnumMap<>(RawFile.class);
    private final SortedMap<String, String> inputs = new TreeMap<>();

    private Ingest(IngestSettings settings, RawFolder earlier, TrainingListener listener, Instant now) {
        this.settings = settings;
        this.earlier = earlier;
        this.listener = listener;
        this.now = now;
    }

    /// Runs the stage.
    ///
    /// @param source a folder, a `.zip`, `.csv` or `.csv.gz` file, or an address of such a file
    /// @param rawFolder where the files will stand; an earlier raw folder is replaced. A download that is not whole
    ///     is kept beside it
    /// @param listener hears how far the stage is
    /// @param now goes into the manifest
    /// @throws IngestException if the source cannot be taken in
    /// @throws RatingFormatException if `animelist.csv` has a wrong header or too many bad rows
    /// @throws ArtifactException if the earlier raw folder is damaged
    public static IngestReport run(
            IngestSettings settings, String source, Path rawFolder, TrainingListener listener, Instant now)
            throws IOException {
        Ingest ingest = new Ingest(settings, RawFolder.at(rawFolder), listener, now);
        if (Address.isAddress(source)) {
            return ingest.fromAddress(Address.of(source, settings.download().plainHttp()));
        }
        return ingest.fromPath(Path.of(source), source);
    }

    /// Runs the stage on what was fetched from elsewhere.
    ///
    /// @param source a folder, a `.zip`, `.csv` or `.csv.gz` file
    /// @param origin where it comes from, for messages and the report
    public static IngestReport run(
            IngestSettings settings, Path source, String origin, Path rawFolder, TrainingListener listener, Instant now)
            throws IOException {
        return new Ingest(settings, RawFolder.at(rawFolder), listener, now).fromPath(source, origin);
    }

    private IngestReport fromAddress(Address address) throws IOException {
        Path beside = Optional.ofNullable(earlier.path().toAbsolutePath().getParent())
                .orElseThrow(() -> new IngestException("the raw folder must not be the root folder"));
        PartialFile partial = PartialFile.of(address.uri(), beside);
        try (PartialFile.Lock _ = partial.lock(address.shown())) {
            return fromAddress(address, partial);
        }
    }

    private IngestReport fromAddress(Address address, PartialFile partial) throws IOException {
        try (Download download = new Download(address, partial, settings.download(), listener)) {
            download.run();
        }
        try (Source source =
                Source.at(partial.content(), address.fileName(), address.shown(), settings.maxFileBytes())) {
            IngestReport report = write(source);
            partial.delete();
            return report;
        } catch (IngestException damaged) {
            partial.delete(); // what came is of no use: the next run reads it anew
            throw damaged;
        }
    }

    private IngestReport fromPath(Path path, String origin) throws IOException {
        Path name = path.getFileName();
        try (Source source = Source.at(path, name == null ? "" : name.toString(), origin, settings.maxFileBytes())) {
            return write(source);
        }
    }

    private IngestReport write(Source source) throws IOException {
        notes.addAll(source.notes());
        try (ArtifactFolder folder = ArtifactFolder.begin(earlier.path())) {
            for (FoundFile found : source.files()) {
                copy(source, found, folder.path());
            }
            keepOthers(folder.path());
            Manifest manifest = manifest().writeTo(folder.path());
            verifyKept(manifest);
            IngestReport report = report(manifest);
            folder.commit();
            return report;
        }
    }

    private void copy(Source source, FoundFile found, Path folder) throws IOException {
        RawFile file = found.file();
        String name = file.fileName();
        CopiedRows rows;
        try (InputStream in = found.opener().open(fraction -> listener.progress("copy " + name, fraction));
                OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            rows = file == RawFile.ANIMELIST
                    ? RatingCopy.copy(in, out, found.origin(), settings.maxRows(), settings.badRows())
                    : CsvCopy.copy(in, out, file, found.origin());
        }
        listener.progress("copy " + name, 1);
        copied.put(file, rows);
        inputs.put(name, found.origin() + source.kind());
        inputs.put(name + INGESTED, now.toString());
        if (rows.cut()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%s was cut to its first %,d rows, so its last user may lack some; ingest.limit = none takes all",
                    name,
                    rows.kept()));
        }
        if (rows.bad() > 0) {
            notes.add(name + ": " + rows.bad() + (rows.bad() == 1 ? " bad row was" : " bad rows were") + " left out");
            rows.firstBad().stream().map(BadRow::message).forEach(notes::add);
        }
    }

    private void keepOthers(Path folder) throws IOException {
        for (RawFile file : RawFile.values()) {
            String name = file.fileName();
            if (copied.containsKey(file)) {
                continue;
            }
            if (earlier.entry(file).isPresent()) {
                try {
                    earlier.linkInto(folder, file);
                } catch (NoSuchFileException missing) {
                    throw new IngestException(
                            earlier.path().resolve(name) + " is missing though the manifest names it;"
                                    + " ingest a source that has it",
                            missing);
                }
                inputs.put(name, earlier.input(name));
                inputs.put(name + INGESTED, earlier.input(name + INGESTED));
                notes.add(name + " is not in the source: the earlier one is kept");
                if (file == RawFile.ANIMELIST && earlier.ofSimulatedUsers()) {
                    notes.add(Manifest.SIMULATED_USERS);
                }
            } else if (file != RawFile.RELATIONS) {
                notes.add(name + " is missing: neither the source nor an earlier ingest has it");
            }
        }
    }

    private Manifest manifest() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (RawFile file : RawFile.values()) {
            if (inputs.containsKey(file.fileName())) {
                counts.put(file.fileName() + " " + ROWS_READ, count(file, ROWS_READ));
                counts.put(file.fileName() + " " + ROWS, count(file, ROWS));
                counts.put(file.fileName() + " " + BAD_ROWS, count(file, BAD_ROWS));
            }
        }
        return Manifest.of(RawFolder.KIND, now)
                .withInputs(inputs)
                .withSettings(new TreeMap<>(Map.of(
                        "ingest.limit",
                        settings.maxRows().isPresent()
                                ? Long.toString(settings.maxRows().getAsLong())
                                : "none",
                        "ingest.max-bad-rows",
                        Long.toString(settings.badRows().maxBadRows()))))
                .withCounts(counts)
                .withNotes(notes);
    }

    private long count(RawFile file, String what) {
        CopiedRows rows = copied.get(file);
        if (rows == null) {
            return earlier.count(file, what);
        }
        return switch (what) {
            case ROWS_READ -> rows.read();
            case ROWS -> rows.kept();
            default -> rows.bad();
        };
    }

    private void verifyKept(Manifest manifest) {
        for (RawFile file : RawFile.values()) {
            Optional<Manifest.FileEntry> before = earlier.entry(file);
            Manifest.FileEntry after = manifest.files().get(file.fileName());
            if (!copied.containsKey(file) && before.isPresent() && !before.get().equals(after)) {
                throw new ArtifactException(earlier.path().resolve(file.fileName())
                        + " does not match its manifest, so it cannot be kept; ingest a source that has it");
            }
        }
    }

    private IngestReport report(Manifest manifest) {
        List<FileReport> files = new ArrayList<>();
        for (RawFile file : RawFile.values()) {
            Manifest.FileEntry entry = manifest.files().get(file.fileName());
            if (entry != null) {
                CopiedRows rows = copied.get(file);
                files.add(new FileReport(
                        file.fileName(),
                        String.valueOf(inputs.get(file.fileName())),
                        count(file, ROWS_READ),
                        count(file, ROWS),
                        entry.sizeBytes(),
                        entry.sha256(),
                        count(file, BAD_ROWS),
                        rows == null ? List.of() : rows.firstBad(),
                        rows == null));
            }
        }
        return new IngestReport(earlier.path(), files, notes);
    }
}
