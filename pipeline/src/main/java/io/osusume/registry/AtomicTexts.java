package io.osusume.registry;

import io.osusume.artifact.ArtifactFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Small texts in one folder that several processes change: whoever writes says what it had read, and
/// nothing is
/// written if somebody else was quicker. Readers need no lock: a text is replaced by one rename. This is
/// the only place
/// where aliases and their history are read and written.
///
/// @param folder made when the first text comes
record AtomicTexts(Path folder) {
    /// The file that is locked while a text is compared and replaced; its content means nothing.
    private static final String LOCK = ".aliases.lock";

    /// The lock of a file counts for the whole process, so that threads take turns before they ask for
    /// it.
    private static final ReentrantLock THREADS = new ReentrantLock();

    /// The text of that name; empty if there is none.
    Optional<String> read(String name) throws IOException {
        try {
            return Optional.of(Files.readString(folder.resolve(name)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /// Replaces a text that is still what the caller read.
    ///
    /// @param expected what [#read] gave
    /// @param next the new text; empty to remove it
    /// @return false if the text has changed meanwhile: nothing was written
    boolean compareAndSet(String name, Optional<String> expected, Optional<String> next) throws IOException {
        Files.createDirectories(folder);
        THREADS.lock();
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (!read(name).equals(expected)) {
                return false;
            }
            if (next.isEmpty()) {
                Files.deleteIfExists(folder.resolve(name));
            } else if (!next.equals(expected)) {
                ArtifactFolder.writeFile(folder.resolve(name), next.get().getBytes(StandardCharsets.UTF_8));
            }
            return true;
        } finally {
            THREADS.unlock();
        }
    }
}
