package io.osusume.storage;

import io.osusume.model.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// Files of other people, fetched to a folder of their own for as long as they are read.
///
/// @param path the one file, or the folder they lie in
/// @param folder where they were fetched to
public record StoredFiles(Path path, Path folder) implements AutoCloseable {
    /// What lies at a name: the object itself, or all directly below it.
    ///
    /// @throws StorageFailure of kind NO_OBJECT if nothing does
    private static List<StoredObject> at(Buckets buckets, ObjectName source) throws StorageFailure {
        Optional<StoredObject> one = source.name().isEmpty() ? Optional.empty() : buckets.find(source);
        List<StoredObject> objects = one.isPresent()
                ? List.of(one.get())
                : buckets.list(source).stream()
                        .filter(object ->
                                object.name().equals(source.child(object.name().fileName())))
                        .toList();
        if (objects.isEmpty()) {
            throw new StorageFailure(
                    StorageFailure.Kind.NO_OBJECT,
                    source + " holds nothing; name an object, or what stands before the names of some",
                    null);
        }
        return objects;
    }

    /// Names, sizes and checksums of what [#fetch] would fetch, a line each: they change when a file does.
    public static String contents(Buckets buckets, ObjectName source) throws StorageFailure {
        StringBuilder lines = new StringBuilder();
        for (StoredObject object : at(buckets, source)) {
            lines.append(object.name()).append(' ').append(object.sizeBytes()).append(' ');
            lines.append(Checksums.shown(object.crc32c())).append('\n');
        }
        return lines.toString();
    }

    /// Fetches one object, or all that lie directly below a name. What an ended run had fetched of the same content is
    /// used.
    ///
    /// @param beside where the folder is made
    /// @throws StorageFailure of kind NO_OBJECT if nothing lies there
    public static StoredFiles fetch(Buckets buckets, ObjectName source, Path beside, TrainingListener listener)
            throws IOException {
        List<StoredObject> objects = at(buckets, source);
        Path folder = Files.createDirectories(beside.resolve(StoredFolder.coming(source, "files")));
        List<PartedFile> files = new ArrayList<>();
        List<Callable<Long>> tasks = new ArrayList<>();
        long bytes = 0;
        for (StoredObject object : objects) {
            PartedFile file =
                    new PartedFile(buckets, object, folder.resolve(object.name().fileName()));
            Files.deleteIfExists(folder.resolve(object.name().fileName())); // of an earlier run, maybe of other content
            files.add(file);
            tasks.addAll(file.missing());
            bytes += object.sizeBytes();
        }
        Transfers.run(tasks, buckets.settings().parallel(), "fetch", bytes, listener);
        for (PartedFile file : files) {
            file.finish();
        }
        boolean one = objects.getFirst().name().equals(source);
        return new StoredFiles(one ? folder.resolve(source.fileName()) : folder, folder);
    }

    /// Removes them.
    @Override
    public void close() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
