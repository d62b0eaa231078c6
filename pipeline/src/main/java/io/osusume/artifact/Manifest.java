package io.osusume.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `manifest.json` of an artifact folder: what it is, what it was made from, and the size and hash of
/// every file.
///
/// @param kind `raw`, `prepared`, `model`
/// @param created when
/// @param inputs what it was made from: a name, and a hash or an address
/// @param settings by their public names
/// @param counts whole numbers a person can check (rows before and after each step, users, items)
/// @param metrics measured numbers; an undefined one is absent
/// @param environment code version, JVM, kernels
/// @param notes sentences for the reader
/// @param files by name, as they lie in the folder
public record Manifest(
        String kind,
        Instant created,
        SortedMap<String, String> inputs,
        SortedMap<String, String> settings,
        Map<String, Long> counts,
        SortedMap<String, Double> metrics,
        SortedMap<String, String> environment,
        java.util.List<String> notes,
        SortedMap<String, FileEntry> files) {
    /// The note of everything made from simulated users: it travels from data to prepared data to
    /// models.
    public static final String SIMULATED_USERS = "All users are simulated, and so is every title whose name says so.";

    /// The file's name in every artifact folder.
    public static final String FILE = "manifest.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// A file as it was written.
    ///
    /// @param sha256 lower-case hexadecimal
    public record FileEntry(long sizeBytes, String sha256) {}

    public Manifest {
        inputs = new TreeMap<>(inputs);
        settings = new TreeMap<>(settings);
        counts = new LinkedHashMap<>(counts);
        metrics = new TreeMap<>(metrics);
        environment = new TreeMap<>(environment);
        notes = java.util.List.copyOf(notes);
        files = new TreeMap<>(files);
    }

    /// A manifest of that kind with nothing in it yet.
    public static Manifest of(String kind, Instant created) {
        return new Manifest(
                kind,
                created,
                new TreeMap<>(),
                new TreeMap<>(),
                Map.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                java.util.List.of(),
                new TreeMap<>());
    }

    /// Whether what this is about comes from simulated users.
    public boolean ofSimulatedUsers() {
        return notes.contains(SIMULATED_USERS);
    }

    public Manifest withInputs(SortedMap<String, String> more) {
        return new Manifest(kind, created, more, settings, counts, metrics, environment, notes, files);
    }

    public Manifest withSettings(SortedMap<String, String> more) {
        return new Manifest(kind, created, inputs, more, counts, metrics, environment, notes, files);
    }

    public Manifest withCounts(Map<String, Long> more) {
        return new Manifest(kind, created, inputs, settings, more, metrics, environment, notes, files);
    }

    public Manifest withMetrics(SortedMap<String, Double> more) {
        return new Manifest(kind, created, inputs, settings, counts, more, environment, notes, files);
    }

    public Manifest withEnvironment(SortedMap<String, String> more) {
        return new Manifest(kind, created, inputs, settings, counts, metrics, more, notes, files);
    }

    public Manifest withNotes(java.util.List<String> more) {
        return new Manifest(kind, created, inputs, settings, counts, metrics, environment, more, files);
    }

    /// Hashes every file of the folder, then writes this manifest with them as the folder's last file.
    ///
    /// @return the manifest as written
    public Manifest writeTo(Path folder) throws IOException {
        return writeTo(folder, Map.of());
    }

    /// Like [#writeTo(Path)], but takes the word of the writer of these files, who hashed while writing.
    ///
    /// @param known entries by file name
    public Manifest writeTo(Path folder, Map<String, FileEntry> known) throws IOException {
        SortedMap<String, FileEntry> found = new TreeMap<>(known);
        try (var listed = Files.list(folder)) {
            for (Path file : listed.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(file.getFileName());
                if (!name.equals(FILE) && !known.containsKey(name)) {
                    found.put(name, new FileEntry(Files.size(file), Hashes.sha256(file)));
                }
            }
        }
        Manifest whole = new Manifest(kind, created, inputs, settings, counts, metrics, environment, notes, found);
        ArtifactFolder.writeFile(folder.resolve(FILE), JSON.writeValueAsBytes(whole));
        return whole;
    }

    /// Reads the manifest of an artifact folder, without looking at the other files.
    ///
    /// @throws ArtifactException if there is none or it cannot be understood
    public static Manifest read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        try {
            return JSON.readValue(Files.readAllBytes(file), Manifest.class);
        } catch (NoSuchFileException missing) {
            throw new ArtifactException(
                    folder + " is not an artifact: it has no " + FILE + "; run the stage that makes it", missing);
        } catch (JacksonException broken) {
            throw new ArtifactException(
                    file + " is damaged: " + broken.getOriginalMessage() + "; restore it or make it again", broken);
        }
    }

    /// Checks that every file the manifest names is there and as large as it says, without reading any.
    ///
    /// @return this
    /// @throws ArtifactException at the first file that is missing or of another size
    public Manifest verifySizes(Path folder) throws IOException {
        for (Map.Entry<String, FileEntry> entry : files.entrySet()) {
            verifySize(folder.resolve(entry.getKey()), entry.getValue());
        }
        return this;
    }

    private void verifySize(Path file, FileEntry expected) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ArtifactException(file + " is missing though the manifest names it; " + remedy());
        }
        if (Files.size(file) != expected.sizeBytes()) {
            throw new ArtifactException(file + " does not match its manifest: expected " + expected.sizeBytes()
                    + " bytes, found " + Files.size(file) + "; " + remedy());
        }
    }

    /// Checks the size and hash of every file the manifest names.
    ///
    /// @return this
    /// @throws ArtifactException at the first file that is missing or differs
    public Manifest verify(Path folder) throws IOException {
        return verify(folder, _ -> true);
    }

    /// [#verify(Path)] for those files whose names pass.
    public Manifest verify(Path folder, Predicate<String> names) throws IOException {
        for (Map.Entry<String, FileEntry> entry : files.entrySet()) {
            if (!names.test(entry.getKey())) {
                continue;
            }
            Path file = folder.resolve(entry.getKey());
            FileEntry expected = entry.getValue();
            verifySize(file, expected);
            String hash = Hashes.sha256(file);
            if (!hash.equals(expected.sha256())) {
                throw new ArtifactException(file + " does not match its manifest: expected sha256 " + expected.sha256()
                        + ", found " + hash + "; " + remedy());
            }
        }
        return this;
    }

    private String remedy() {
        return switch (kind) {
            case "model" -> "train again or restore the file";
            case "raw" -> "ingest again";
            case "prepared" -> "prepare again";
            default -> "restore the file";
        };
    }
}
