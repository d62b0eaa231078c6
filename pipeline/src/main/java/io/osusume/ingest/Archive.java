package io.osusume.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A zip archive as a source. Nothing is unpacked to disk under a name from the archive; still, an archive with a name
/// that climbs out is refused as a whole.
final class Archive implements AutoCloseable {
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*");

    private final ZipFile zip;
    private final String origin;
    private final long maxFileBytes;

    private Archive(ZipFile zip, String origin, long maxFileBytes) {
        this.zip = zip;
        this.origin = origin;
        this.maxFileBytes = maxFileBytes;
    }

    /// Opens an archive and looks at the names of all its entries.
    ///
    /// @throws IngestException if it is damaged, or an entry's name climbs out of the archive
    static Archive open(Path file, String origin, long maxFileBytes) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException broken) {
            throw new IngestException(
                    origin + " is damaged or cut off: " + broken.getMessage() + "; get it again", broken);
        }
        Archive archive = new Archive(zip, origin, maxFileBytes);
        try {
            zip.stream().forEach(entry -> archive.refuseClimbing(entry.getName()));
        } catch (RuntimeException refused) {
            zip.close();
            throw refused;
        }
        return archive;
    }

    private void refuseClimbing(String name) {
        String path = name.replace('\\', '/');
        boolean climbs = path.startsWith("/")
                || DRIVE.matcher(path).matches()
                || List.of(path.split("/", -1)).contains("..");
        if (climbs) {
            throw new IngestException(origin + " is refused: its entry '" + name
                    + "' points outside of the archive; get the archive from a source you trust");
        }
    }

    /// The best entry for a raw file, in any folder of the archive.
    ///
    /// @throws IngestException if two entries are as good as each other
    Optional<FoundFile> find(RawFile file) {
        for (String wanted : file.sourceNames()) {
            for (String packing : List.of("", ".gz")) {
                List<ZipEntry> entries = new ArrayList<>(zip.stream()
                        .filter(entry -> !entry.isDirectory() && baseName(entry).equalsIgnoreCase(wanted + packing))
                        .map(ZipEntry.class::cast)
                        .toList());
                if (entries.size() > 1) {
                    throw new IngestException(origin + " holds " + wanted + packing + " more than once: '"
                            + entries.get(0).getName() + "' and '"
                            + entries.get(1).getName() + "'; leave only one in");
                }
                if (!entries.isEmpty()) {
                    ZipEntry entry = entries.getFirst();
                    String from = origin + ", entry " + entry.getName();
                    return Optional.of(
                            new FoundFile(file, from, progress -> stream(entry, from, !packing.isEmpty(), progress)));
                }
            }
        }
        return Optional.empty();
    }

    private static String baseName(ZipEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    }

    private InputStream stream(ZipEntry entry, String from, boolean gzip, DoubleConsumer progress) throws IOException {
        InputStream packed;
        try {
            packed = GuardedStream.of(
                    new ProgressStream(zip.getInputStream(entry), entry.getSize(), progress),
                    from,
                    maxFileBytes,
                    entry.getCrc());
        } catch (ZipException broken) {
            throw new IngestException(from + " is damaged: " + broken.getMessage() + "; get it again", broken);
        }
        return gzip ? GuardedStream.gzip(packed, from, maxFileBytes) : packed;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
