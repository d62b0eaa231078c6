package io.osusume.tune;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.osusume.artifact.ArtifactException;
import io.osusume.artifact.ArtifactFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The table of all trials of one search, a CSV file that grows by a line as soon as a trial has ended.
///
/// A search that was killed goes on where it was: what stands here is not run again, and a line that was written by
/// half is dropped. Which search it is stands in a second file beside it, its name with `.search` added.
/// One process at a time has it open.
public final class TrialLog implements AutoCloseable {
    private static final String BESIDE = ".search";

    private final Path file;
    private final SearchSpace space;
    private final FileChannel channel;
    private final Map<String, Trial> known = new LinkedHashMap<>();

    private TrialLog(Path file, SearchSpace space, FileChannel channel) {
        this.file = file;
        this.space = space;
        this.channel = channel;
    }

    /// Begins a log, or takes it up where it was left.
    ///
    /// @throws ArtifactException if the file is the log of another search, is no log, or is open elsewhere
    public static TrialLog open(Path file, Search search) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        boolean isNew = !Files.exists(file) || Files.size(file) == 0;
        Path beside = file.resolveSibling(file.getFileName() + BESIDE);
        if (!isNew) {
            search.checkSame(file, beside);
        }
        FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DSYNC);
        try {
            lock(channel, file);
            if (isNew) {
                ArtifactFolder.writeFile(beside, search.text().getBytes(UTF_8));
            }
            TrialLog log = new TrialLog(file, search.space(), channel);
            log.takeUp(search.seed());
            return log;
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    /// The lock goes with the channel.
    private static void lock(FileChannel channel, Path file) throws IOException {
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException held) {
            // by this process: the same answer
        }
        if (lock == null) {
            throw new ArtifactException(
                    file + " is being written by another search; wait for it, or name another file");
        }
    }

    /// Reads the lines that are whole, cuts off what follows them, and writes the header if there is none.
    private void takeUp(long seed) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // until all is read
        }
        String text = new String(bytes.array(), 0, bytes.position(), UTF_8);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        TrialRow rows = new TrialRow(file, space);
        List<String> lines = whole.lines().toList();
        if (!lines.isEmpty() && !lines.getFirst().equals(rows.header())) {
            throw new ArtifactException(file + " line 1: the header must be " + rows.header() + ", was "
                    + lines.getFirst() + "; name another file");
        }
        for (int k = 1; k < lines.size(); k++) {
            Trial trial = rows.read(k + 1, lines.get(k));
            Map<String, String> drawn = space.configuration(seed, trial.number());
            if (!drawn.equals(trial.values())) {
                throw new ArtifactException(file + " line " + (k + 1) + ": trial " + trial.number() + " must have "
                        + drawn + ", has " + new LinkedHashMap<>(trial.values())
                        + "; remove the file to begin anew");
            }
            known.put(place(trial.number(), trial.rung()), trial);
        }
        channel.truncate(whole.getBytes(UTF_8).length);
        channel.position(channel.size());
        if (lines.isEmpty()) {
            append(rows.header());
        }
    }

    /// How many trials stand in it.
    public synchronized int size() {
        return known.size();
    }

    /// The file.
    public Path file() {
        return file;
    }

    /// What a configuration did on a rung, if it was there already.
    synchronized Optional<Trial> find(int number, int rung) {
        return Optional.ofNullable(known.get(place(number, rung)));
    }

    /// Adds a line, on disk when this returns.
    synchronized void add(Trial trial) throws IOException {
        append(new TrialRow(file, space).write(trial));
        known.put(place(trial.number(), trial.rung()), trial);
    }

    private void append(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String place(int number, int rung) {
        return number + " on " + rung;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
