package io.osusume.flow;

import io.osusume.artifact.ArtifactFolder;
import io.osusume.artifact.Hashes;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Content hashes of files, remembered by path, size, times of change and inode so that gigabytes that
/// have not changed
/// are not read again; as git's index does. Not safe for use by several threads; one process uses it at
/// a time.
///
/// A file that was changed so shortly before it was hashed that a further change could bear the same
/// time ("racily
/// clean") is not trusted but read again. Both times count, of the content and of the inode: the second
/// cannot be set
/// back by a program that restores the first.
public final class HashCache {
    private static final long FINE_WINDOW_MILLIS = 50; // a kernel's clock ticks every 1 to 10 ms
    private static final long COARSE_WINDOW_MILLIS = 2_000; // FAT, and some network file systems
    private static final int COLUMNS = 7;
    private static final String LINE = "(-?\\d{1,19}\t){3}[^\t]+\t-?\\d{1,19}\t[0-9a-f]{64}\t.+";

    private final Path file;
    private final Supplier<Instant> clock;
    private final Map<String, Entry> entries = new HashMap<>();
    private boolean changed;
    private long bytesRead;

    private record Stat(long size, long modified, long changed, String inode) {}

    private record Entry(Stat stat, long hashed, String sha256) {
        /// Whether nothing can have happened to the file that the times would not show.
        boolean isSettled() {
            long newest = Math.max(stat.modified, stat.changed);
            boolean fine = newest % TimeUnit.SECONDS.toNanos(1) != 0;
            long window = TimeUnit.MILLISECONDS.toNanos(fine ? FINE_WINDOW_MILLIS : COARSE_WINDOW_MILLIS);
            return newest + window < hashed;
        }
    }

    private HashCache(Path file, Supplier<Instant> clock) {
        this.file = file;
        this.clock = clock;
    }

    /// Reads what was remembered; nothing if the file is missing, and lines that make no sense are left
    /// out.
    public static HashCache at(Path file, Supplier<Instant> clock) throws IOException {
        HashCache cache = new HashCache(file, clock);
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException none) {
            return cache;
        }
        for (String line : text.split("\n", -1)) {
            String[] cells = line.split("\t", COLUMNS);
            if (line.matches(LINE)) {
                Stat stat = new Stat(
                        Long.parseLong(cells[0]), Long.parseLong(cells[1]), Long.parseLong(cells[2]), cells[3]);
                cache.entries.put(cells[6], new Entry(stat, Long.parseLong(cells[4]), cells[5]));
            } // else the file is read again
        }
        return cache;
    }

    /// The SHA-256 of a file, read only if it may have changed since it was last read.
    public String sha256(Path path) throws IOException {
        String key = key(path);
        Stat before = stat(path);
        Entry known = entries.get(key);
        if (known != null && known.stat.equals(before) && known.isSettled()) {
            return known.sha256;
        }
        long start = nanos(clock.get());
        String hash = Hashes.sha256(path);
        bytesRead += before.size;
        put(key, new Entry(before, start, hash));
        return hash;
    }

    /// Takes the word of whoever wrote a file and hashed it meanwhile. Not believed if it was written
    /// this very moment.
    void learn(Path path, String sha256) throws IOException {
        put(key(path), new Entry(stat(path), nanos(clock.get()), sha256));
    }

    /// Lets so much time go by that what was written before is not taken for written this very moment.
    static void settle() throws IOException {
        try {
            Thread.sleep(FINE_WINDOW_MILLIS + 10);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped after a stage had run");
        }
    }

    private void put(String key, Entry entry) {
        changed |= !entry.equals(entries.put(key, entry));
    }

    /// How many bytes were read so far.
    public long bytesRead() {
        return bytesRead;
    }

    /// Keeps what is remembered for the next process. Files that are gone are forgotten.
    public void save() throws IOException {
        if (!changed) {
            return;
        }
        StringBuilder text = new StringBuilder();
        new TreeMap<>(entries).forEach((path, entry) -> {
            if (Files.exists(Path.of(path))) {
                text.append(entry.stat.size)
                        .append('\t')
                        .append(entry.stat.modified)
                        .append('\t');
                text.append(entry.stat.changed)
                        .append('\t')
                        .append(entry.stat.inode)
                        .append('\t');
                text.append(entry.hashed).append('\t').append(entry.sha256).append('\t');
                text.append(path).append('\n');
            }
        });
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        ArtifactFolder.writeFile(file, text.toString().getBytes(StandardCharsets.UTF_8));
        changed = false;
    }

    private static String key(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    private static Stat stat(Path path) throws IOException {
        try {
            Map<String, Object> known = Files.readAttributes(path, "unix:size,lastModifiedTime,ctime,ino");
            if (known.get("size") instanceof Long size
                    && known.get("lastModifiedTime") instanceof FileTime modified
                    && known.get("ctime") instanceof FileTime changed) {
                return new Stat(
                        size,
                        nanos(modified.toInstant()),
                        nanos(changed.toInstant()),
                        String.valueOf(known.get("ino")));
            }
            throw new IllegalArgumentException("attributes of another kind: " + known);
        } catch (UnsupportedOperationException | IllegalArgumentException noUnix) {
            long modified = nanos(Files.getLastModifiedTime(path).toInstant());
            return new Stat(Files.size(path), modified, modified, "-");
        }
    }

    private static long nanos(Instant time) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, time);
    }
}
