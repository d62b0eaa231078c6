package io.osusume.artifact;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// A folder that appears whole or not at all: written under a temporary name beside its place, then
/// renamed.
///
/// ```java
/// try (ArtifactFolder folder = ArtifactFolder.begin(artifacts.resolve("prepared"))) {
///     Files.writeString(folder.path().resolve("manifest.json"), json);
///     folder.commit();
/// }
/// ```
/// Closed without [#commit()] (an exception, Ctrl-C), it is deleted and what stood there before
/// stays.
public final class ArtifactFolder implements AutoCloseable {
    private static final String TEMPORARY = ".tmp-";
    private static final int CLEANUPS = 100;

    private final Path place;
    private final Path path;
    private final Thread onExit;
    private final ReentrantLock lock = new ReentrantLock(); // the program may end while a commit is on its way
    private boolean committed;
    private boolean abandoned;

    private ArtifactFolder(Path place, Path path) {
        this.place = place;
        this.path = path;
        this.onExit = new Thread(this::abandon, "osusume-cleanup");
    }

    /// Begins a folder that will stand at `place`.
    public static ArtifactFolder begin(Path place) throws IOException {
        Path absolute = place.toAbsolutePath();
        Path parent = absolute.getParent();
        if (parent == null) {
            throw new IOException("an artifact cannot be the root folder: " + place);
        }
        Files.createDirectories(parent);
        Path temporary = parent.resolve(TEMPORARY + absolute.getFileName() + "-" + UUID.randomUUID());
        ArtifactFolder folder = new ArtifactFolder(absolute, temporary);
        try {
            Runtime.getRuntime().addShutdownHook(folder.onExit);
        } catch (IllegalStateException shuttingDown) {
            throw new IOException("the program is ending: " + place + " stays as it was", shuttingDown);
        }
        try {
            Files.createDirectory(temporary);
        } catch (IOException | RuntimeException failed) {
            folder.close();
            throw failed;
        }
        return folder;
    }

    /// Where to write until [#commit()].
    public Path path() {
        return path;
    }

    /// Puts the folder in its place; what stood there is removed after the new one stands.
    public void commit() throws IOException {
        lock.lock();
        try {
            checkNotAbandoned();
            replace();
        } finally {
            lock.unlock();
        }
    }

    private void replace() throws IOException {
        Path old = place.resolveSibling(TEMPORARY + place.getFileName() + "-old-" + UUID.randomUUID());
        boolean replaced = Files.exists(place);
        if (replaced) {
            Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException failed) {
            if (replaced) {
                Files.move(old, place, StandardCopyOption.ATOMIC_MOVE);
            }
            throw failed;
        }
        committed = true;
        if (replaced) {
            deleteQuietly(old);
        }
    }

    /// Puts the folder in its place, which must be free: for artifacts that never change.
    ///
    /// @throws FileAlreadyExistsException if something stands there
    public void commitNew() throws IOException {
        commitNew(place);
    }

    /// Puts the folder beside its place under a name that was not known at the beginning, such as
    /// one made from the content. The name must be free.
    ///
    /// @return where the folder stands
    /// @throws FileAlreadyExistsException if something stands there
    public Path commitNewAs(String name) throws IOException {
        Path other = place.resolveSibling(name);
        commitNew(other);
        return other;
    }

    private void commitNew(Path free) throws IOException {
        lock.lock();
        try {
            checkNotAbandoned();
            Files.move(path, free, StandardCopyOption.ATOMIC_MOVE);
            committed = true;
        } catch (FileSystemException failed) { // the type for "not empty" differs by platform
            if (Files.exists(free)) {
                throw new FileAlreadyExistsException(free.toString());
            }
            throw failed;
        } finally {
            lock.unlock();
        }
    }

    private void checkNotAbandoned() throws IOException {
        if (abandoned) {
            throw new IOException("the program is ending: " + place + " stays as it was");
        }
    }

    /// Removes what was written so far when the program ends: no commit can come any more. The work may still go on for
    /// a moment and write, so more looks follow.
    private void abandon() {
        lock.lock();
        try {
            abandoned = true;
            for (int attempt = 0; attempt < CLEANUPS && !committed && Files.exists(path); attempt++) {
                deleteQuietly(path);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException shuttingDown) {
            return; // the hook is doing it
        }
        if (!committed) {
            deleteQuietly(path);
        }
    }

    /// Replaces one file: `content` is written beside it, forced to disk, then renamed over it.
    public static void writeFile(Path file, byte[] content) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path temporary = absolute.resolveSibling(TEMPORARY + absolute.getFileName() + "-" + UUID.randomUUID());
        try {
            Files.write(
                    temporary,
                    content,
                    java.nio.file.StandardOpenOption.CREATE_NEW,
                    java.nio.file.StandardOpenOption.WRITE,
                    java.nio.file.StandardOpenOption.DSYNC);
            Files.move(temporary, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /// True for the names this class uses while something is being written.
    public static boolean isTemporary(Path file) {
        Path name = file.getFileName();
        return name != null && name.toString().startsWith(TEMPORARY);
    }

    /// Deletes a folder with all in it, if it is there.
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst =
                    walk.sorted(java.util.Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void deleteQuietly(Path folder) {
        try {
            delete(folder);
        } catch (IOException leftBehind) {
            // A temporary name that could not be removed hurts nobody: readers pass it over.
        }
    }
}
