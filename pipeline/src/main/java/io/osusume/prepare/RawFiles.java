package io.osusume.prepare;

import io.osusume.artifact.ArtifactException;
import io.osusume.artifact.Hashes;
import io.osusume.artifact.Manifest;
import io.osusume.catalog.CatalogueCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The files of a raw folder that are read, and what its manifest says about them.
final class RawFiles {
    /// The rating rows.
    static final String RATINGS = "animelist.csv";

    private final Path ratings;
    private final List<Path> all = new ArrayList<>();
    private final @Nullable Manifest manifest;

    private RawFiles(Path folder, @Nullable Manifest manifest) {
        this.ratings = folder.resolve(RATINGS);
        this.manifest = manifest;
        all.add(ratings);
        all.addAll(CatalogueCsv.files(folder));
    }

    /// Finds the files and compares their sizes with the manifest.
    ///
    /// @throws PrepareException if there is no rating file
    /// @throws ArtifactException if a size differs
    static RawFiles in(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(RATINGS))) {
            throw new PrepareException(folder + " has no " + RATINGS + ", the file of rating rows; ingest it first");
        }
        RawFiles files =
                new RawFiles(folder, Files.exists(folder.resolve(Manifest.FILE)) ? Manifest.read(folder) : null);
        for (Path file : files.all) {
            Manifest.FileEntry expected = files.expected(file);
            if (expected != null && Files.size(file) != expected.sizeBytes()) {
                throw new ArtifactException(file + " does not match its manifest: expected " + expected.sizeBytes()
                        + " bytes, found " + Files.size(file) + "; ingest again");
            }
        }
        return files;
    }

    Path ratings() {
        return ratings;
    }

    boolean ofSimulatedUsers() {
        return manifest != null && manifest.ofSimulatedUsers();
    }

    boolean hasManifest() {
        return manifest != null;
    }

    /// Hashes every file, reading all of it.
    ///
    /// @return hashes by file name
    /// @throws ArtifactException if one differs from the manifest
    SortedMap<String, String> hashes() throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (Path file : all) {
            String hash = Hashes.sha256(file);
            Manifest.FileEntry expected = expected(file);
            if (expected != null && !hash.equals(expected.sha256())) {
                throw new ArtifactException(file + " does not match its manifest: expected sha256 " + expected.sha256()
                        + ", found " + hash + "; ingest again");
            }
            hashes.put(String.valueOf(file.getFileName()), "sha256:" + hash);
        }
        return hashes;
    }

    private Manifest.@Nullable FileEntry expected(Path file) {
        return manifest == null ? null : manifest.files().get(String.valueOf(file.getFileName()));
    }
}
