package io.osusume.storage;

import io.osusume.artifact.ArtifactFolder;
import io.osusume.artifact.Manifest;
import io.osusume.model.TrainingListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// An artifact folder in a bucket, whose files never change. Its manifest is written last: without one it is not there.
///
/// @param place under which its files lie
public record StoredFolder(Buckets buckets, ObjectName place) {
    /// How often a file that came damaged is fetched again.
    private static final int DAMAGED_AGAIN = 2;

    /// Whether it is there with all its files. Who may only write does not know, and is told that it is not.
    public boolean complete() throws StorageFailure {
        return buckets.visible(place.child(Manifest.FILE)).isPresent();
    }

    /// Sends a local folder, unless it is there. What is there of it is not sent again, so that an ended run goes on
    /// where
    /// it stopped.
    ///
    /// @param local a folder with a manifest
    public void publish(Path local, TrainingListener listener) throws IOException {
        Manifest.read(local);
        if (complete()) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walked = Files.list(local)) {
            files = walked.filter(Files::isRegularFile)
                    .filter(file -> !ArtifactFolder.isTemporary(file)
                            && !String.valueOf(file.getFileName()).equals(Manifest.FILE))
                    .sorted()
                    .toList();
        }
        long bytes = 0;
        List<Callable<Long>> tasks = new ArrayList<>();
        for (Path file : files) {
            long size = Files.size(file);
            bytes += size;
            tasks.add(() -> {
                buckets.put(file, place.child(String.valueOf(file.getFileName())));
                return size;
            });
        }
        Transfers.run(tasks, buckets.settings().parallel(), "send", bytes, listener);
        buckets.put(local.resolve(Manifest.FILE), place.child(Manifest.FILE));
    }

    /// Fetches it to a local place, where it appears whole or not at all; what stood there before is replaced. What an
    /// ended run had fetched of the same content is used.
    public void fetch(Path local, TrainingListener listener) throws IOException {
        List<StoredObject> objects = buckets.list(place);
        if (objects.stream().noneMatch(object -> object.name().equals(place.child(Manifest.FILE)))) {
            throw new StorageFailure(
                    StorageFailure.Kind.NO_OBJECT,
                    place + " holds no whole artifact: it has no " + Manifest.FILE
                            + "; run the stage that makes it, or wait until it is written",
                    null);
        }
        Path coming = coming(local);
        Files.createDirectories(coming);
        for (int again = 0; ; again++) {
            try {
                fetchAll(objects, coming, listener);
                break;
            } catch (StorageFailure failed) {
                if (failed.kind() != StorageFailure.Kind.DAMAGED || again == DAMAGED_AGAIN) {
                    throw failed;
                }
                listener.note(failed.getMessage() + "; fetching it again");
            }
        }
        try (ArtifactFolder folder = ArtifactFolder.begin(local)) {
            for (StoredObject object : objects) {
                String name = object.name().fileName();
                Files.move(coming.resolve(name), folder.path().resolve(name));
            }
            folder.commit();
        }
        clear(coming);
    }

    private void fetchAll(List<StoredObject> objects, Path coming, TrainingListener listener) throws IOException {
        List<PartedFile> files = new ArrayList<>();
        List<Callable<Long>> tasks = new ArrayList<>();
        long bytes = 0;
        for (StoredObject object : objects) {
            PartedFile file =
                    new PartedFile(buckets, object, coming.resolve(object.name().fileName()));
            files.add(file);
            List<Callable<Long>> missing = file.missing();
            tasks.addAll(missing);
            bytes += missing.isEmpty() ? 0 : object.sizeBytes();
        }
        Transfers.run(tasks, buckets.settings().parallel(), "fetch", bytes, listener);
        for (PartedFile file : files) {
            file.finish();
        }
    }

    private Path coming(Path local) {
        return local.toAbsolutePath().resolveSibling(coming(place, String.valueOf(local.getFileName())));
    }

    /// The folder that files lie in while they come; the same for every run that fetches the same.
    static String coming(ObjectName place, String word) {
        long hash = Checksums.of(place.toString().getBytes(StandardCharsets.UTF_8));
        return ".fetch-" + Long.toHexString(hash) + "-" + word;
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
