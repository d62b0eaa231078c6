package io.osusume.tracking;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The lock a process holds while its run goes on. The system takes it away when the process ends, however it ends, so
/// that others can tell a run at work from one that was killed.
final class RunLock implements AutoCloseable {
    private static final String FILE = "lock";

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws IOException also if another process has it
    static RunLock take(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new RunLock(channel);
            }
        } catch (IOException | RuntimeException refused) {
            channel.close();
            throw refused;
        }
        channel.close();
        throw new IOException("another process records in " + folder);
    }

    /// Whether some other process has the lock. Must not be asked by the process that has it: closing a file a second
    /// time gives the lock back on some systems.
    static boolean isHeld(Path folder) {
        if (!Files.exists(folder.resolve(FILE))) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.READ)) {
            @Nullable FileLock shared = channel.tryLock(0, Long.MAX_VALUE, true);
            return shared == null;
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
