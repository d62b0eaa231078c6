package io.osusume.sample;

import io.osusume.artifact.ArtifactException;
import io.osusume.artifact.ArtifactFolder;
import io.osusume.artifact.Manifest;
import io.osusume.data.Catalogue;
import io.osusume.ingest.RawFile;
import io.osusume.kernel.Threads;
import io.osusume.model.TrainingListener;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Writes a folder in the form of the 2020 Kaggle collection with simulated users, for trying and measuring.
///
/// Blocks of users are written one after the other, so memory does not grow with the rows.
public final class Generate {
    /// The kind in the manifest of such a folder.
    public static final String KIND = "simulated";

    private static final int USERS_PER_BLOCK = 128;
    private static final int BLOCKS_PER_THREAD = 4;

    private Generate() {}

    /// Writes the files and a manifest. A folder that an earlier run wrote is replaced; any other must be empty.
    ///
    /// @throws ArtifactException if the folder holds something else
    public static Manifest run(GenerateSettings settings, Path folder, TrainingListener listener, Instant now)
            throws IOException {
        refuseForeign(folder);
        Catalogue catalogue = SimulatedTitles.of(settings.titles(), settings.seed());
        try (ArtifactFolder artifact = ArtifactFolder.begin(folder)) {
            KaggleFiles.write(catalogue, artifact.path());
            writeLists(settings, catalogue, artifact.path().resolve(RawFile.ANIMELIST.fileName()), listener);
            Manifest manifest = manifest(settings, catalogue, now).writeTo(artifact.path());
            artifact.commit();
            return manifest;
        }
    }

    private static void refuseForeign(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        boolean empty;
        try (Stream<Path> files = Files.list(folder)) {
            empty = files.findAny().isEmpty();
        }
        boolean ours = Files.exists(folder.resolve(Manifest.FILE))
                && Manifest.read(folder).kind().equals(KIND);
        if (!empty && !ours) {
            throw new ArtifactException(folder + " must be a new or empty folder, or one with simulated data from an"
                    + " earlier run; it holds something else: name another folder or empty this one");
        }
    }

    private static void writeLists(GenerateSettings settings, Catalogue catalogue, Path file, TrainingListener listener)
            throws IOException {
        SimulatedUsers users = new SimulatedUsers(catalogue, settings.seed());
        int[] lengths =
                ListLengths.draw(settings.users(), settings.rows(), settings.longestList(), settings.seed() + 1);
        int blocks = (settings.users() + USERS_PER_BLOCK - 1) / USERS_PER_BLOCK;
        Threads threads = new Threads(settings.threads());
        RowBlock[] window = new RowBlock[Math.min(blocks, settings.threads() * BLOCKS_PER_THREAD)];
        for (int k = 0; k < window.length; k++) {
            window[k] = new RowBlock(users);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write((RawFile.ANIMELIST.header() + "\n").getBytes(StandardCharsets.US_ASCII));
            for (int first = 0; first < blocks; first += window.length) {
                int begin = first;
                int count = Math.min(window.length, blocks - first);
                threads.run(count, k -> window[k].fill((begin + k) * USERS_PER_BLOCK, USERS_PER_BLOCK, lengths));
                for (int k = 0; k < count; k++) {
                    window[k].writeTo(out);
                }
                listener.progress("simulate users", (double) (first + count) / blocks);
            }
        }
    }

    private static Manifest manifest(GenerateSettings settings, Catalogue catalogue, Instant now) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("rows", settings.rows());
        counts.put("users", (long) settings.users());
        counts.put("titles", (long) settings.titles());
        counts.put(
                "simulated titles",
                catalogue.titles().stream()
                        .filter(title -> title.itemId() > SimulatedTitles.FIRST_ID)
                        .count());
        return Manifest.of(KIND, now)
                .withSettings(new TreeMap<>(Map.of(
                        "users", Integer.toString(settings.users()),
                        "rows", Long.toString(settings.rows()),
                        "titles", Integer.toString(settings.titles()),
                        "seed", Long.toString(settings.seed()))))
                .withCounts(counts)
                .withNotes(List.of(Manifest.SIMULATED_USERS));
    }
}
