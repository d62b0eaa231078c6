package io.osusume.flow;

import io.osusume.artifact.ArtifactException;
import io.osusume.artifact.ArtifactFolder;
import io.osusume.artifact.Hashes;
import io.osusume.artifact.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One hash for the content of a file or folder. A folder's is made of the names and contents of its
/// files, without
/// `manifest.json`, which says when it was made: the same content made again has the same hash.
record Contents(HashCache cache) {
    /// The hash; empty if there is nothing at that place.
    Optional<String> hash(Path place) throws IOException {
        if (Files.isRegularFile(place)) {
            return Optional.of(cache.sha256(place));
        }
        return Files.isDirectory(place) ? Optional.of(hash(place, files(place))) : Optional.empty();
    }

    /// The hash of some files of a folder together.
    String hash(Path folder, List<Path> files) throws IOException {
        MessageDigest digest = Hashes.sha256();
        for (Path file : files) {
            String line = folder.relativize(file) + " " + cache.sha256(file) + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return Hashes.hex(digest);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> !ArtifactFolder.isTemporary(file))
                    .filter(file -> !file.equals(folder.resolve(Manifest.FILE)))
                    .sorted()
                    .toList();
        }
    }

    /// Takes over the hashes a manifest holds of the files it was just written with.
    void learn(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(Manifest.FILE))) {
            return;
        }
        try {
            for (Map.Entry<String, Manifest.FileEntry> entry :
                    Manifest.read(folder).files().entrySet()) {
                Path file = folder.resolve(entry.getKey());
                if (Files.isRegularFile(file)
                        && Files.size(file) == entry.getValue().sizeBytes()) {
                    cache.learn(file, entry.getValue().sha256());
                }
            }
        } catch (ArtifactException foreign) {
            return; // not one of our manifests: its files are read
        }
    }
}
