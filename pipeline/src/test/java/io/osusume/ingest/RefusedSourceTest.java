package io.osusume.ingest;

import static io.osusume.ingest.SampleFiles.bytes;
import static io.osusume.ingest.SampleFiles.gzip;
import static io.osusume.ingest.SampleFiles.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.osusume.model.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sources that are cut off, damaged, malicious, empty or missing: each is refused with the reason, and no raw folder
/// appears.
class RefusedSourceTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path place;

    private Path source;
    private Path raw;

    @BeforeEach
    void makeSource() throws IOException {
        source = Files.createDirectory(place.resolve("source"));
        raw = place.resolve("artifacts/raw");
    }

    @AfterEach
    void nothingWasMade() {
        assertFalse(Files.exists(raw));
    }

    @Test
    void aCutGzipIsNoticed() throws IOException {
        byte[] whole = gzip(SampleFiles.manyRatings(100_000));
        Path file = put("animelist.csv.gz", Arrays.copyOf(whole, whole.length - 4));
        assertEquals(
                file + " is cut off: it ends after " + SampleFiles.manyRatings(100_000).length
                        + " unpacked bytes without its end mark; get it again",
                messageOf(file));
        Path start = put("start.csv.gz", Arrays.copyOf(whole, 6));
        assertEquals(start + " is damaged: its gzip header is not whole; get it again", messageOf(start));
    }

    @Test
    void aDamagedGzipIsNoticed() throws IOException {
        byte[] damaged = gzip(SampleFiles.manyRatings(1_000));
        damaged[damaged.length - 6] ^= 1; // in the checksum
        Path file = put("animelist.csv.gz", damaged);
        assertEquals(
                file + " is damaged: after " + SampleFiles.manyRatings(1_000).length
                        + " unpacked bytes Corrupt GZIP trailer; get it again",
                messageOf(file));
    }

    @Test
    void aCutOrDamagedArchiveIsNoticed() throws IOException {
        byte[] whole = zip(Map.of("animelist.csv", SampleFiles.manyRatings(1_000)));
        Path cut = put("cut.zip", Arrays.copyOf(whole, whole.length / 2));
        assertEquals(cut + " is damaged or cut off: zip END header not found; get it again", messageOf(cut));
        int crc = indexOf(whole, new byte[] {'P', 'K', 1, 2}) + 16; // of the central directory
        whole[crc] ^= 1;
        Path damaged = put("damaged.zip", whole);
        assertEquals(
                damaged + ", entry animelist.csv is damaged: after "
                        + SampleFiles.manyRatings(1_000).length
                        + " unpacked bytes its checksum differs; get it again",
                messageOf(damaged));
    }

    @Test
    void anArchiveThatClimbsOutIsRefused() throws IOException {
        for (String name : List.of("../animelist.csv", "a/../../b", "/etc/cron", "C:\\x.csv", "..\\x.csv")) {
            Map<String, byte[]> entries = new LinkedHashMap<>();
            entries.put("animelist.csv", bytes(SampleFiles.ANIMELIST));
            entries.put(name, bytes("x"));
            Path file = put("evil.zip", zip(entries));
            assertEquals(
                    file + " is refused: its entry '" + name
                            + "' points outside of the archive; get the archive from a source you trust",
                    messageOf(file));
        }
    }

    @Test
    void anArchiveWithTwoOfAFileIsRefused() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("a/animelist.csv", bytes(SampleFiles.ANIMELIST));
        entries.put("b/animelist.csv", bytes(SampleFiles.ANIMELIST));
        Path file = put("two.zip", zip(entries));
        assertEquals(
                file + " holds animelist.csv more than once: 'a/animelist.csv' and 'b/animelist.csv'; leave only one"
                        + " in",
                messageOf(file));
    }

    @Test
    void aFileThatUnpacksToMoreThanAllowedIsRefused() throws IOException {
        Path file = put("animelist.csv.gz", gzip(SampleFiles.manyRatings(100_000)));
        assertEquals(
                file + " must be at most 1000 bytes when unpacked, and is more; if it is right, raise"
                        + " ingest.max-file-bytes",
                assertThrows(
                                IngestException.class,
                                () -> Ingest.run(
                                        IngestSettings.DEFAULTS.withMaxFileBytes(1_000),
                                        file.toString(),
                                        raw,
                                        TrainingListener.SILENT,
                                        NOW))
                        .getMessage());
    }

    @Test
    void aSourceThatIsMissingOrOfNoUseIsSaidSo() throws IOException {
        Path nowhere = place.resolve("nowhere");
        assertEquals(
                nowhere + " is not there; name a folder, a .zip, .csv or .csv.gz file, or an https:// address of such"
                        + " a file",
                messageOf(nowhere));
        assertEquals(
                source + " holds none of animelist.csv, rating_complete.csv, anime.csv, anime_with_synopsis.csv,"
                        + " watching_status.csv, relations.csv, nor a .gz or .zip of one of them",
                messageOf(source));
        Path empty = put("animelist.csv", new byte[0]);
        assertEquals(
                empty + " is empty; expected the header" + " user_id,anime_id,rating,watching_status,watched_episodes",
                messageOf(empty));
        Path emptyStatus = put("watching_status.csv", new byte[0]);
        assertEquals(emptyStatus + " is empty; expected the header status, description", messageOf(emptyStatus));
    }

    private String messageOf(Path from) {
        return String.valueOf(assertThrows(
                        IngestException.class,
                        () -> Ingest.run(IngestSettings.DEFAULTS, from.toString(), raw, TrainingListener.SILENT, NOW))
                .getMessage());
    }

    private Path put(String name, byte[] content) throws IOException {
        return Files.write(source.resolve(name), content);
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int k = 0; ; k++) {
            if (Arrays.equals(bytes, k, k + wanted.length, wanted, 0, wanted.length)) {
                return k;
            }
        }
    }
}
