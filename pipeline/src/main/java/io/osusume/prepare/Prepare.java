package io.osusume.prepare;

import io.osusume.artifact.ArtifactException;
import io.osusume.artifact.ArtifactFolder;
import io.osusume.artifact.Manifest;
import io.osusume.artifact.SafetensorsFile;
import io.osusume.catalog.CatalogueCsv;
import io.osusume.catalog.CatalogueFile;
import io.osusume.catalog.CatalogueFormatException;
import io.osusume.data.Catalogue;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.evaluation.HeldOutSplitter;
import io.osusume.model.TrainingListener;
import io.osusume.ratings.BadRow;
import io.osusume.ratings.RatingFormatException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The prepare stage: a raw folder becomes a prepared folder, which [PreparedData] reads.
///
/// The raw folder has `animelist.csv`; `anime.csv`, `anime_with_synopsis.csv`, `relations.csv` and the manifest of the
/// ingest stage where there are any. The prepared folder has `interactions.safetensors`, `ids.safetensors`,
/// `split.safetensors`, `catalogue.parquet`, `relations.parquet` if there are relations, and `manifest.json`.
public final class Prepare {
    private Prepare() {}

    /// Runs the stage. The prepared folder appears whole or not at all; one that stood there before is replaced.
    ///
    /// @param clock the time that goes into the manifest
    /// @throws PrepareException if there are no rating rows, or no user has enough of them
    /// @throws RatingFormatException if the rating file has a wrong header or more bad rows than allowed
    /// @throws CatalogueFormatException if a catalogue file has something wrong
    /// @throws ArtifactException if a raw file differs from the raw folder's manifest
    public static PrepareReport run(
            PrepareSettings settings, Path rawFolder, Path preparedFolder, TrainingListener listener, Instant clock)
            throws IOException {
        long start = System.nanoTime();
        RawFiles raw = RawFiles.in(rawFolder);
        ExecutorService aside = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("osusume-hash").factory());
        try (ArtifactFolder folder = ArtifactFolder.begin(preparedFolder)) {
            Future<SortedMap<String, String>> hashes = aside.submit(raw::hashes); // while the rows are read
            Catalogue catalogue = CatalogueCsv.readFolder(rawFolder);
            CatalogueFile.write(folder.path(), catalogue);
            PrepareReport report;
            Manifest.FileEntry interactions;
            try (RatingsPreparation preparation = RatingsPreparation.open(raw.ratings(), settings, listener)) {
                KeptRows rows = preparation.run();
                interactions = writeInteractions(folder.path(), settings, rows, listener);
                Map<String, Long> facts = write(folder.path(), settings, rows, catalogue);
                report = new PrepareReport(rows.steps(), facts, notes(raw, catalogue, rows.badRows()), 0);
            }
            SortedMap<String, String> inputs = await(hashes);
            double seconds = (System.nanoTime() - start) / 1e9;
            Manifest.of(PreparedData.KIND, clock)
                    .withInputs(inputs)
                    .withSettings(settings.byName())
                    .withCounts(report.counts())
                    .withMetrics(new TreeMap<>(Map.of(PrepareReport.SECONDS, seconds)))
                    .withEnvironment(new TreeMap<>(Map.of(
                            "java", Runtime.version().toString(), "threads", Integer.toString(settings.threads()))))
                    .withNotes(report.notes())
                    .writeTo(folder.path(), Map.of(PreparedData.INTERACTIONS, interactions));
            folder.commit();
            return new PrepareReport(report.steps(), report.facts(), report.notes(), seconds);
        } finally {
            aside.shutdownNow();
        }
    }

    private static Manifest.FileEntry writeInteractions(
            Path folder, PrepareSettings settings, KeptRows rows, TrainingListener listener) throws IOException {
        listener.progress("writing", 0);
        return InteractionsWriter.write(
                folder.resolve(PreparedData.INTERACTIONS),
                rows.rows(),
                rows.tally().itemIndices(),
                rows.tally().itemCount(),
                settings.unscored().scale());
    }

    private static Map<String, Long> write(Path folder, PrepareSettings settings, KeptRows rows, Catalogue catalogue)
            throws IOException {
        long[] itemIds = rows.itemIds();
        long[] userIds = rows.userIds();
        int[] offsets = rows.rows().offsets();
        SafetensorsFile.write(
                folder.resolve(PreparedData.IDS),
                Tensors.of(Map.of())
                        .with("users", Tensor.of(userIds, userIds.length))
                        .with("items", Tensor.of(itemIds, itemIds.length)));
        Tensors split = settings.splitter().assign(offsets);
        SafetensorsFile.write(folder.resolve(PreparedData.SPLIT), split);

        Map<String, Long> facts = new LinkedHashMap<>();
        facts.put("rows", (long) offsets[offsets.length - 1]);
        facts.put("users", (long) userIds.length);
        facts.put("items", (long) itemIds.length);
        facts.put("rows without a score", rows.tally().unscored());
        countCatalogue(facts, rows, catalogue);
        int[] parts = split.ints("userPart");
        facts.put("training users", count(parts, HeldOutSplitter.TRAINING));
        facts.put("validation users", count(parts, HeldOutSplitter.VALIDATION));
        facts.put("test users", count(parts, HeldOutSplitter.TEST));
        facts.put("held-out rows", (long) split.ints("heldOut").length);
        return facts;
    }

    private static void countCatalogue(Map<String, Long> facts, KeptRows rows, Catalogue catalogue) {
        facts.put("titles in the catalogue", (long) catalogue.titles().size());
        facts.put(
                "titles with a synopsis",
                catalogue.titles().stream()
                        .filter(title -> title.synopsis() != null)
                        .count());
        facts.put("relations", (long) catalogue.relations().size());
        facts.put(
                "items kept without a title",
                rows.itemsOf(id -> catalogue.title(id).isEmpty()));
        facts.put(
                "rows kept without a title",
                rows.rowsOf(id -> catalogue.title(id).isEmpty()));
    }

    private static long count(int[] parts, int part) {
        return Arrays.stream(parts).filter(found -> found == part).count();
    }

    private static List<String> notes(RawFiles raw, Catalogue catalogue, List<BadRow> badRows) {
        List<String> notes = new ArrayList<>();
        if (raw.ofSimulatedUsers()) {
            notes.add(Manifest.SIMULATED_USERS);
        }
        if (!raw.hasManifest()) {
            notes.add("the raw folder has no manifest: hashes were recorded, not compared");
        }
        if (catalogue.titles().isEmpty()) {
            notes.add("the raw folder has no " + CatalogueCsv.TITLES + ": the catalogue is empty");
        }
        badRows.forEach(bad -> notes.add("skipped: " + bad.message()));
        return notes;
    }

    private static SortedMap<String, String> await(Future<SortedMap<String, String>> hashes) throws IOException {
        try {
            return hashes.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while the raw files were hashed");
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case null, default -> throw new IOException("the raw files could not be hashed", failed);
            }
        }
    }
}
