package io.osusume.ingest;

import io.osusume.artifact.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The raw folder as an earlier ingest left it.
///
/// @param path where it stands
/// @param manifest what it says of itself, null if there is no folder yet
record RawFolder(Path path, @Nullable Manifest manifest) {
    /// The kind in the manifest of such a folder.
    static final String KIND = "raw";

    /// Looks at the place.
    ///
    /// @throws IngestException if something else stands there
    static RawFolder at(Path path) throws IOException {
        if (!Files.exists(path)) {
            return new RawFolder(path, null);
        }
        if (Files.exists(path.resolve(Manifest.FILE))) {
            Manifest manifest = Manifest.read(path);
            if (manifest.kind().equals(KIND)) {
                return new RawFolder(path, manifest);
            }
        } else {
            try (Stream<Path> files = Files.list(path)) {
                if (files.findAny().isEmpty()) {
                    return new RawFolder(path, null);
                }
            }
        }
        throw new IngestException(path + " must be the raw folder of an earlier ingest, or empty; it holds something"
                + " else: name another folder or empty this one");
    }

    /// What the manifest says of a file it has.
    Optional<Manifest.FileEntry> entry(RawFile file) {
        return manifest == null
                ? Optional.empty()
                : Optional.ofNullable(manifest.files().get(file.fileName()));
    }

    /// A number the manifest has of a file: how many `rows`, ...
    long count(RawFile file, String what) {
        return manifest == null ? 0 : manifest.counts().getOrDefault(file.fileName() + " " + what, 0L);
    }

    /// Whether the earlier lists are of simulated users.
    boolean ofSimulatedUsers() {
        return manifest != null && manifest.ofSimulatedUsers();
    }

    /// What the manifest says of where a file comes from: its source or the time.
    String input(String key) {
        return manifest == null ? "" : manifest.inputs().getOrDefault(key, "unknown");
    }

    /// Puts a file into another folder without copying it where the disk can.
    void linkInto(Path folder, RawFile file) throws IOException {
        Path from = path.resolve(file.fileName());
        Path to = folder.resolve(file.fileName());
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | IOException noLinks) {
            Files.copy(from, to);
        }
    }
}
