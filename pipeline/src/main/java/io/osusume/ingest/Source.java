package io.osusume.ingest;

import io.osusume.artifact.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where raw files come from: a folder, an archive, or one CSV file, packed or not. What a file is, its first bytes
/// say, not its name.
final class Source implements AutoCloseable {
    private final List<FoundFile> files = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Archive> archives = new ArrayList<>();
    private final long maxFileBytes;
    private String kind = "";

    private Source(long maxFileBytes) {
        this.maxFileBytes = maxFileBytes;
    }

    /// Looks for raw files at a path.
    ///
    /// @param name the file's own name: a download lies under another
    /// @param origin how the source is called in messages and reports
    /// @throws IngestException if there is nothing, or nothing of use
    static Source at(Path path, String name, String origin, long maxFileBytes) throws IOException {
        if (!Files.exists(path)) {
            throw new IngestException(origin + " is not there; name a folder, a .zip, .csv or .csv.gz file,"
                    + " or an https:// address of such a file");
        }
        Source source = new Source(maxFileBytes);
        try {
            if (Files.isDirectory(path)) {
                source.folder(path, origin);
            } else if (Packing.of(path) == Packing.ZIP) {
                source.archive(path, origin);
            } else {
                source.single(path, name, origin);
            }
        } catch (IOException | RuntimeException failed) {
            source.close();
            throw failed;
        }
        return source;
    }

    /// The files found, one at most of each, in the order of [RawFile].
    List<FoundFile> files() {
        return files;
    }

    /// What the source's manifest says it is, in brackets after a blank, such as ` (simulated)`; empty if it has none.
    String kind() {
        return kind;
    }

    /// What a reader of the report should know about the choice.
    List<String> notes() {
        return notes;
    }

    private void folder(Path folder, String origin) throws IOException {
        List<Path> all;
        try (Stream<Path> listed = Files.list(folder)) {
            all = listed.filter(Files::isRegularFile).sorted().toList();
        }
        for (RawFile file : RawFile.values()) {
            List<Path> candidates = new ArrayList<>();
            for (String wanted : file.sourceNames()) {
                for (String packing : List.of("", ".gz", ".zip")) {
                    all.stream()
                            .filter(path -> nameOf(path).equalsIgnoreCase(wanted + packing))
                            .forEach(candidates::add);
                }
            }
            if (candidates.isEmpty()) {
                continue;
            }
            Path best = candidates.getFirst();
            if (candidates.size() > 1) {
                notes.add(file.fileName() + " was taken from " + nameOf(best) + "; not used: "
                        + candidates.stream().skip(1).map(Source::nameOf).collect(Collectors.joining(", ")));
            }
            String from = origin.endsWith("/") ? origin + nameOf(best) : origin + "/" + nameOf(best);
            if (Packing.of(best) == Packing.ZIP) {
                files.add(opened(best, from)
                        .find(file)
                        .orElseThrow(() -> new IngestException(from + " has no entry " + file.fileName())));
            } else {
                files.add(new FoundFile(file, from, progress -> stream(best, from, progress)));
            }
        }
        if (files.isEmpty()) {
            throw nothing(origin);
        }
        if (Files.exists(folder.resolve(Manifest.FILE))) {
            Manifest manifest = Manifest.read(folder);
            kind = manifest.kind().equals(RawFolder.KIND) ? "" : " (" + manifest.kind() + ")";
            notes.addAll(manifest.notes());
        }
    }

    private void archive(Path path, String origin) throws IOException {
        Archive archive = opened(path, origin);
        for (RawFile file : RawFile.values()) {
            archive.find(file).ifPresent(files::add);
        }
        if (files.isEmpty()) {
            throw nothing(origin);
        }
    }

    private Archive opened(Path path, String origin) throws IOException {
        Archive archive = Archive.open(path, origin, maxFileBytes);
        archives.add(archive);
        return archive;
    }

    private void single(Path path, String name, String origin) throws IOException {
        Optional<RawFile> byName = RawFile.named(name);
        RawFile file = byName.isPresent() ? byName.get() : byHeader(path, origin);
        files.add(new FoundFile(file, origin, progress -> stream(path, origin, progress)));
    }

    private RawFile byHeader(Path path, String origin) throws IOException {
        try (InputStream in = stream(path, origin, fraction -> {})) {
            String start = CsvHeader.firstLine(in);
            return RawFile.withColumns(CsvHeader.columns(start))
                    .orElseThrow(() -> new IngestException(origin + " is none of the files known: neither its name is ("
                            + names() + ") nor its header, which starts '" + CsvHeader.shortened(start)
                            + "'; rename it to what it is"));
        }
    }

    private InputStream stream(Path path, String origin, DoubleConsumer progress) throws IOException {
        InputStream file = new ProgressStream(Files.newInputStream(path), Files.size(path), progress);
        return Packing.of(path) == Packing.GZIP
                ? GuardedStream.gzip(file, origin, maxFileBytes)
                : GuardedStream.of(file, origin, maxFileBytes);
    }

    private static IngestException nothing(String origin) {
        return new IngestException(origin + " holds none of " + names() + ", nor a .gz or .zip of one of them");
    }

    private static String names() {
        return Arrays.stream(RawFile.values())
                .flatMap(file -> file.sourceNames().stream())
                .collect(Collectors.joining(", "));
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }

    @Override
    public void close() throws IOException {
        for (Archive archive : archives) {
            archive.close();
        }
    }

    /// How a file is packed, by its first bytes.
    private enum Packing {
        PLAIN,
        GZIP,
        ZIP;

        static Packing of(Path file) throws IOException {
            byte[] start;
            try (InputStream in = Files.newInputStream(file)) {
                start = in.readNBytes(4);
            }
            if (start.length >= 2 && start[0] == 0x1f && start[1] == (byte) 0x8b) {
                return GZIP;
            }
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] < 8 && start[3] < 9
                    ? ZIP
                    : PLAIN;
        }
    }
}
