package io.osusume.ingest;

import static io.osusume.ingest.SampleFiles.bytes;
import static io.osusume.ingest.SampleFiles.gzip;
import static io.osusume.ingest.SampleFiles.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.artifact.ArtifactException;
import io.osusume.artifact.Manifest;
import io.osusume.model.TrainingListener;
import io.osusume.ratings.BadRowPolicy;
import io.osusume.ratings.RatingFormatException;
import io.osusume.sample.Generate;
import io.osusume.sample.GenerateSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");

    @TempDir
    Path place;

    private Path source;
    private Path raw;

    @BeforeEach
    void makeSource() throws IOException {
        source = Files.createDirectory(place.resolve("source"));
        raw = place.resolve("artifacts/raw");
    }

    @Test
    void aFolderOfAllFilesIsCopiedAndCounted() throws IOException {
        putAll();
        IngestReport report = ingest(source);
        assertEquals(SampleFiles.ANIMELIST, rawText("animelist.csv"));
        assertEquals(SampleFiles.ANIME, rawText("anime.csv"));
        assertEquals(SampleFiles.SYNOPSES, rawText("anime_with_synopsis.csv"));
        assertEquals(SampleFiles.WATCHING_STATUS + "\n", rawText("watching_status.csv"));
        assertEquals(SampleFiles.RELATIONS, rawText("relations.csv"));
        assertEquals(List.of(3L, 2L, 1L, 2L, 1L), rowsKept(report));
        assertEquals(List.of(), report.notes());
        Manifest manifest = Manifest.read(raw).verify(raw);
        assertEquals("raw", manifest.kind());
        assertEquals(NOW, manifest.created());
        assertEquals(source + "/anime.csv", manifest.inputs().get("anime.csv"));
        assertEquals("2026-01-01T00:00:00Z", manifest.inputs().get("anime.csv ingested"));
        assertEquals(3, manifest.counts().get("animelist.csv rows"));
        assertEquals(Map.of("ingest.limit", "5000000", "ingest.max-bad-rows", "0"), manifest.settings());
    }

    @Test
    void packedFilesAndTheOtherNameOfTheRatingsAreFound() throws IOException {
        put("rating_complete.csv.gz", gzip(bytes("user_id,anime_id,rating\n0,430,9\n")));
        put("anime.csv.zip", zip(Map.of("anime.csv", bytes(SampleFiles.ANIME))));
        IngestReport report = ingest(source);
        assertEquals("user_id,anime_id,rating\n0,430,9\n", rawText("animelist.csv"));
        assertEquals(SampleFiles.ANIME, rawText("anime.csv"));
        assertEquals(
                List.of(
                        "anime_with_synopsis.csv is missing: neither the source nor an earlier ingest has it",
                        "watching_status.csv is missing: neither the source nor an earlier ingest has it"),
                report.notes());
    }

    @Test
    void theFullListIsPreferredAndTheReportSaysSo() throws IOException {
        putAll();
        put("rating_complete.csv", bytes("user_id,anime_id,rating\n0,430,9\n"));
        assertEquals(
                List.of("animelist.csv was taken from animelist.csv; not used: rating_complete.csv"),
                ingest(source).notes());
        assertEquals(SampleFiles.ANIMELIST, rawText("animelist.csv"));
    }

    @Test
    void anArchiveMayHaveItsFilesInAFolder() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("archive/readme.txt", bytes("hello"));
        entries.put("archive/animelist.csv", bytes(SampleFiles.ANIMELIST));
        entries.put("archive/anime.csv.gz", gzip(bytes(SampleFiles.ANIME)));
        Path file = put("archive.zip", zip(entries));
        IngestReport report = ingest(file);
        assertEquals(SampleFiles.ANIMELIST, rawText("animelist.csv"));
        assertEquals(SampleFiles.ANIME, rawText("anime.csv"));
        assertEquals(
                file + ", entry archive/anime.csv.gz", report.files().get(1).source());
    }

    @Test
    void aSingleFileOfUnknownNameIsKnownByItsHeader() throws IOException {
        ingest(put("my list.csv", bytes(SampleFiles.ANIMELIST)));
        assertEquals(SampleFiles.ANIMELIST, rawText("animelist.csv"));
        ingest(put("facts.data", gzip(bytes(SampleFiles.SYNOPSES))));
        assertEquals(SampleFiles.SYNOPSES, rawText("anime_with_synopsis.csv"));
        Path letter = put("letter.csv", bytes("Dear user,\nhello"));
        assertEquals(
                letter + " is none of the files known: neither its name is (animelist.csv, rating_complete.csv,"
                        + " anime.csv, anime_with_synopsis.csv, watching_status.csv, relations.csv) nor its header,"
                        + " which starts 'Dear user,'; rename it to what it is",
                messageOf(letter));
    }

    @Test
    void whatTheSourceLacksIsKeptFromTheEarlierFolder() throws IOException {
        putAll();
        ingest(source);
        Path update = put("animelist.csv", bytes("user_id,anime_id,rating\n5,1,8\n"));
        IngestReport report = Ingest.run(settings(), update.toString(), raw, TrainingListener.SILENT, LATER);
        assertEquals("user_id,anime_id,rating\n5,1,8\n", rawText("animelist.csv"));
        assertEquals(SampleFiles.ANIME, rawText("anime.csv"));
        assertEquals(List.of(1L, 2L, 1L, 2L, 1L), rowsKept(report));
        assertEquals(
                List.of(
                        "anime.csv is not in the source: the earlier one is kept",
                        "anime_with_synopsis.csv is not in the source: the earlier one is kept",
                        "watching_status.csv is not in the source: the earlier one is kept",
                        "relations.csv is not in the source: the earlier one is kept"),
                report.notes());
        Manifest manifest = Manifest.read(raw).verify(raw);
        assertEquals("2026-02-01T00:00:00Z", manifest.inputs().get("animelist.csv ingested"));
        assertEquals("2026-01-01T00:00:00Z", manifest.inputs().get("anime.csv ingested"));
    }

    @Test
    void aDamagedEarlierFileIsNotKept() throws IOException {
        putAll();
        ingest(source);
        Files.writeString(raw.resolve("anime.csv"), SampleFiles.ANIME.replace("Naruto", "Boruto"));
        Path update = put("animelist.csv", bytes("user_id,anime_id,rating\n5,1,8\n"));
        assertEquals(
                raw.resolve("anime.csv")
                        + " does not match its manifest, so it cannot be kept; ingest a source that has it",
                assertThrows(ArtifactException.class, () -> ingest(update)).getMessage());
        Files.delete(raw.resolve("anime.csv"));
        assertEquals(
                raw.resolve("anime.csv") + " is missing though the manifest names it; ingest a source that has it",
                messageOf(update));
        assertEquals(SampleFiles.ANIMELIST, rawText("animelist.csv"));
    }

    @Test
    void aFailedIngestLeavesTheEarlierFolderAndNothingElse() throws IOException {
        putAll();
        ingest(source);
        put("anime.csv", bytes("MAL_ID,Name\n1,Cowboy Bebop\n"));
        put("animelist.csv", bytes("user_id,anime_id,rating\n5,1,8\n"));
        assertEquals(
                source + "/anime.csv line 1: the header must name MAL_ID, Name, Genres, Type, was 'MAL_ID,Name';"
                        + " Genres is missing",
                messageOf(source));
        Manifest.read(raw).verify(raw);
        assertEquals(SampleFiles.ANIMELIST, rawText("animelist.csv"));
        try (Stream<Path> left = Files.list(raw.getParent())) {
            assertEquals(List.of(raw), left.toList());
        }
    }

    @Test
    void aFolderWithSomethingElseIsNotReplaced() throws IOException {
        putAll();
        Files.createDirectories(raw);
        Files.writeString(raw.resolve("letter.txt"), "dear");
        assertEquals(
                raw + " must be the raw folder of an earlier ingest, or empty; it holds something else: name another"
                        + " folder or empty this one",
                messageOf(source));
    }

    @Test
    void moreRowsThanAskedForAreCutAndToldOf() throws IOException {
        putAll();
        IngestReport report = Ingest.run(
                settings().withMaxRows(OptionalLong.of(2)), source.toString(), raw, TrainingListener.SILENT, NOW);
        assertEquals(
                "user_id,anime_id,rating,watching_status,watched_episodes\n0,1,9,2,26\n0,20,0,6,0\n",
                rawText("animelist.csv"));
        assertEquals(List.of(2L, 2L, 1L, 2L, 1L), rowsKept(report));
        assertEquals(
                List.of("animelist.csv was cut to its first 2 rows, so its last user may lack some;"
                        + " ingest.limit = none takes all"),
                report.notes());
    }

    @Test
    void badRowsWithinTheLimitAreLeftOutCountedAndListed() throws IOException {
        Path file = put("animelist.csv", bytes("""
                user_id,anime_id,rating
                0,1,9
                0,20,11
                zero,1,9
                7,1,10
                """));
        IngestReport report = Ingest.run(
                settings().withBadRows(new BadRowPolicy(2)), file.toString(), raw, TrainingListener.SILENT, NOW);
        assertEquals("user_id,anime_id,rating\n0,1,9\n7,1,10\n", rawText("animelist.csv"));
        FileReport ratings = report.files().getFirst();
        assertEquals(4, ratings.rowsRead());
        assertEquals(2, ratings.rowsKept());
        assertEquals(2, ratings.badRows());
        List<String> expected = List.of(
                "animelist.csv: 2 bad rows were left out",
                file + " line 3: rating must be a whole number in [0, 10], was '11'",
                file + " line 4: user_id must be a whole number of 64 bits, was 'zero'");
        assertEquals(expected, report.notes().subList(0, 3));
        Manifest manifest = Manifest.read(raw);
        assertEquals(expected, manifest.notes().subList(0, 3));
        assertEquals(2, manifest.counts().get("animelist.csv bad rows"));
    }

    @Test
    void moreBadRowsThanAllowedStopTheIngest() throws IOException {
        Path file = put("animelist.csv", bytes("user_id,anime_id,rating\n0,1,11\n0,20,8\n"));
        assertEquals(
                file + " has 1 bad row, 0 allowed:\n  " + file
                        + " line 2: rating must be a whole number in [0, 10], was '11'\n"
                        + "mend the file, or allow them with ingest.max-bad-rows = 1",
                assertThrows(RatingFormatException.class, () -> ingest(file)).getMessage());
        assertFalse(Files.exists(raw));
    }

    @Test
    void theTableShowsEveryFileAndTheNotes() throws IOException {
        putAll();
        ingest(source);
        String table = ingest(put("relations.csv", bytes("from,kind,to\n1,sequel,5\n5,sequel,6\n")))
                .table();
        List<String> lines = table.lines().toList();
        assertEquals(
                "file                     rows read  rows kept  bad rows  bytes  sha256        source", lines.get(0));
        assertTrue(
                lines.get(1).matches("animelist.csv +3 +3 +0 +91  [0-9a-f]{12}  .*/animelist.csv \\(kept\\)"),
                lines.get(1));
        assertTrue(lines.get(5).matches("relations.csv +2 +2 +0 +35  [0-9a-f]{12}  .*/relations.csv"), lines.get(5));
        assertEquals("animelist.csv is not in the source: the earlier one is kept", lines.get(6));
    }

    @Test
    void simulatedDataStaysCalledSimulated() throws IOException {
        Path simulated = place.resolve("simulated");
        Generate.run(new GenerateSettings(40, 900, 450, 1, 1), simulated, TrainingListener.SILENT, NOW);
        IngestReport report = ingest(simulated);
        assertEquals(
                Set.of(
                        simulated + "/animelist.csv (simulated)",
                        simulated + "/anime.csv (simulated)",
                        simulated + "/anime_with_synopsis.csv (simulated)",
                        simulated + "/watching_status.csv (simulated)",
                        simulated + "/relations.csv (simulated)"),
                Set.copyOf(report.files().stream().map(FileReport::source).toList()));
        assertEquals(List.of("All users are simulated, and so is every title whose name says so."), report.notes());
        assertEquals(-1, Files.mismatch(simulated.resolve("animelist.csv"), raw.resolve("animelist.csv")));
    }

    private static IngestSettings settings() {
        return IngestSettings.DEFAULTS;
    }

    private IngestReport ingest(Path from) throws IOException {
        return Ingest.run(settings(), from.toString(), raw, TrainingListener.SILENT, NOW);
    }

    private String messageOf(Path from) {
        return String.valueOf(
                assertThrows(IngestException.class, () -> ingest(from)).getMessage());
    }

    private void putAll() throws IOException {
        put("animelist.csv", bytes(SampleFiles.ANIMELIST));
        put("anime.csv", bytes(SampleFiles.ANIME));
        put("anime_with_synopsis.csv", bytes(SampleFiles.SYNOPSES));
        put("watching_status.csv", bytes(SampleFiles.WATCHING_STATUS));
        put("relations.csv", bytes(SampleFiles.RELATIONS));
    }

    private Path put(String name, byte[] content) throws IOException {
        return Files.write(source.resolve(name), content);
    }

    private String rawText(String name) throws IOException {
        return Files.readString(raw.resolve(name));
    }

    private static List<Long> rowsKept(IngestReport report) {
        return report.files().stream().map(FileReport::rowsKept).toList();
    }
}
