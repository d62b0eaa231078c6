package io.osusume.flow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The right to run a pipeline in one artifacts folder: one process at a time. The system gives it back
/// when the holder
/// ends, however it ends; who held it is written in the file, and erased by a holder that ends well.
public final class FlowLock implements AutoCloseable {
    private static final int MOST_BYTES = 10_000;

    private final FileChannel channel;
    private final FileLock lock;
    private final Optional<Holder> dead;

    /// Who holds it.
    ///
    /// @param user the name
    /// @param pid of the process
    /// @param host the computer
    /// @param since when it began
    public record Holder(String user, long pid, String host, Instant since) {
        private String line() {
            return user.replace(' ', '_') + " " + pid + " " + host + " " + since + "\n";
        }

        private static Optional<Holder> parse(String text) {
            String[] words = text.strip().split(" ", 4);
            try {
                return words.length < 4
                        ? Optional.empty()
                        : Optional.of(
                                new Holder(words[0], Long.parseLong(words[1]), words[2], Instant.parse(words[3])));
            } catch (NumberFormatException | java.time.DateTimeException nonsense) {
                return Optional.empty();
            }
        }

        /// `mai (process 4711 on build-1, since 2026-11-28T22:00:00Z)`.
        public String words() {
            return user + " (process " + pid + " on " + host + ", since " + since + ")";
        }
    }

    private FlowLock(FileChannel channel, FileLock lock, Optional<Holder> dead) {
        this.channel = channel;
        this.lock = lock;
        this.dead = dead;
    }

    /// Takes the lock, if nobody has it.
    ///
    /// @return empty if somebody has it
    public static Optional<FlowLock> take(Path file, Holder me) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        Optional<Holder> before = Holder.parse(text(channel));
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(me.line().getBytes(StandardCharsets.UTF_8)), 0);
        channel.force(true);
        return Optional.of(new FlowLock(channel, lock, before));
    }

    /// What the file holds, read by the descriptor that has the lock: POSIX takes all locks of a process on a file away
    /// when the process closes any other descriptor of it.
    private static String text(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), MOST_BYTES));
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) > 0) {
            // read on
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ofThisProcess) {
            return null;
        }
    }

    /// Who has it, or had it last without giving it back; empty if nobody.
    public static Optional<Holder> holder(Path file) throws IOException {
        return Files.exists(file) ? Holder.parse(Files.readString(file)) : Optional.empty();
    }

    /// Who had it before and ended without giving it back.
    public Optional<Holder> takenOverFrom() {
        return dead;
    }

    @Override
    public void close() throws IOException {
        try {
            channel.truncate(0);
            lock.release();
        } finally {
            channel.close();
        }
    }
}
