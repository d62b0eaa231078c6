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

/// Texts in one folder, each a small file. A text is replaced by one rename, so that readers need no lock.
///
/// @param folder made when the first text comes
record AtomicTexts(Path folder) implements AliasTexts {
    /// The file that is locked while a text is compared and replaced; its content means nothing.
    private static final String LOCK = ".aliases.lock";

    /// The lock of a file counts for the whole process, so that threads take turns before they ask for it.
    private static final ReentrantLock THREADS = new ReentrantLock();

    @Override
    public String place(String name) {
        return folder.resolve(name).toString();
    }

    @Override
    public Optional<String> read(String name) throws IOException {
        try {
            return Optional.of(Files.readString(folder.resolve(name)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    @Override
    public boolean compareAndSet(String name, Optional<String> expected, Optional<String> next) throws IOException {
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
