package io.osusume.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.osusume.artifact.ArtifactException;
import io.osusume.artifact.Hashes;
import io.osusume.model.TrainingListener;
import io.osusume.ratings.RatingFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrepareErrorsTest {
    private static final String GOOD = "user_id,anime_id,rating\n7,20,9\n7,30,8\n7,40,7\n";

    @TempDir
    Path folder;

    @Test
    void aMissingRatingFileIsNamed() throws IOException {
        RawFolder raw = RawFolder.in(folder);
        PrepareException thrown = assertThrows(PrepareException.class, () -> raw.prepare(RawFolder.SETTINGS));
        assertEquals(
                raw.raw() + " has no animelist.csv, the file of rating rows; ingest it first", thrown.getMessage());
    }

    @Test
    void anEmptyFileSaysWhatItMustBeginWith() throws IOException {
        assertEquals(
                "animelist.csv is empty: it must begin with a header that names user_id, anime_id and rating",
                complaint(""));
    }

    @Test
    void aHeaderAloneIsNotEnough() throws IOException {
        RawFolder raw = RawFolder.in(folder).with("animelist.csv", "user_id,anime_id,rating\n");
        PrepareException thrown = assertThrows(PrepareException.class, () -> raw.prepare(RawFolder.SETTINGS));
        assertEquals("animelist.csv has no usable row below its header; ingest it again", thrown.getMessage());
    }

    @Test
    void aWrongHeaderIsShown() throws IOException {
        assertEquals(
                "animelist.csv line 1: the header must name user_id, anime_id and rating once each, separated by commas,"
                        + " was 'username,anime_id,my_score'; user_id is missing",
                complaint("username,anime_id,my_score\n7,20,9\n"));
    }

    @Test
    void badRowsAreCountedAndTheFirstOnesShown() throws IOException {
        assertEquals("""
                animelist.csv has 3 bad rows, 0 allowed:
                  animelist.csv line 5: rating must be a whole number in [0, 10], was '11'
                  animelist.csv line 6: anime_id must be a whole number of 64 bits, was 'Naruto'
                  animelist.csv line 7: row must have 3 columns like the header, was '7,7'
                mend the file, or allow them with ingest.max-bad-rows = 3""", complaint(GOOD + "7,50,11\n7,Naruto,3\n7,7"));
    }

    @Test
    void aBadRowFarInsideAFileOfManyPartsHasItsTrueLineWithAnyNumberOfThreads() throws IOException {
        StringBuilder text = new StringBuilder(GOOD);
        for (int line = 5; line <= 300_000; line++) { // 2.7 MB: two parts
            text.append(line == 250_000 ? "7,20,x\n" : "123,20,9\n");
        }
        for (int threads : new int[] {1, 2}) {
            RawFolder raw = RawFolder.in(folder).with("animelist.csv", text.toString());
            RatingFormatException thrown = assertThrows(
                    RatingFormatException.class, () -> raw.prepare(RawFolder.SETTINGS.withThreads(threads)));
            assertEquals("""
                    animelist.csv has 1 bad row, 0 allowed:
                      animelist.csv line 250000: rating must be a whole number in [0, 10], was 'x'
                    mend the file, or allow them with ingest.max-bad-rows = 1""", thrown.getMessage());
        }
    }

    @Test
    void aFileOfOneEndlessLineIsRefused() throws IOException {
        assertEquals(
                "animelist.csv has a line of more than 1048576 bytes: it is not a rating file",
                complaint(GOOD + "7".repeat(3_000_000)));
    }

    @Test
    void tooFewRowsSayHowLongTheLongestListIs() throws IOException {
        RawFolder raw = RawFolder.in(folder).with("animelist.csv", GOOD);
        PrepareException thrown =
                assertThrows(PrepareException.class, () -> raw.prepare(RawFolder.SETTINGS.withMinRatings(400)));
        assertEquals("no user has 400 ratings or more, the longest list has 3; lower min-ratings", thrown.getMessage());
    }

    @Test
    void aRawFileThatDiffersFromItsManifestIsRefused() throws IOException {
        RawFolder raw = RawFolder.in(folder).with("animelist.csv", GOOD).withManifest();
        Path file = raw.raw().resolve("animelist.csv");
        String before = Hashes.sha256(file);
        raw.with("animelist.csv", GOOD.replace("40,7", "40,6"));
        ArtifactException thrown = assertThrows(ArtifactException.class, () -> raw.prepare(RawFolder.SETTINGS));
        assertEquals(
                file + " does not match its manifest: expected sha256 " + before + ", found " + Hashes.sha256(file)
                        + "; ingest again",
                thrown.getMessage());
        raw.with("animelist.csv", GOOD + "7,50,1\n");
        thrown = assertThrows(ArtifactException.class, () -> raw.prepare(RawFolder.SETTINGS));
        assertEquals(
                file + " does not match its manifest: expected 45 bytes, found 52; ingest again", thrown.getMessage());
    }

    @Test
    void aFailedRunLeavesTheEarlierFolderAndNothingElse() throws IOException {
        RawFolder raw = RawFolder.in(folder).with("animelist.csv", GOOD);
        raw.prepare(RawFolder.SETTINGS);
        String before = Hashes.sha256(raw.prepared().resolve("manifest.json"));
        raw.with("animelist.csv", GOOD + "7,7\n");
        assertThrows(RatingFormatException.class, () -> raw.prepare(RawFolder.SETTINGS));
        assertEquals(before, Hashes.sha256(raw.prepared().resolve("manifest.json")));
        raw.read();
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(raw.prepared(), raw.raw()), left.sorted().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"interactions.safetensors", "ids.safetensors", "split.safetensors", "catalogue.parquet"})
    void oneFlippedByteIsFound(String name) throws IOException {
        RawFolder raw = RawFolder.in(folder).with("animelist.csv", GOOD);
        raw.prepare(RawFolder.SETTINGS);
        Path file = raw.prepared().resolve(name);
        String before = Hashes.sha256(file);
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
        ArtifactException thrown = assertThrows(ArtifactException.class, raw::read);
        assertEquals(
                file + " does not match its manifest: expected sha256 " + before + ", found " + Hashes.sha256(file)
                        + "; prepare again",
                thrown.getMessage());
    }

    @Test
    void aFolderOfAnotherKindIsRefused() throws IOException {
        RawFolder raw = RawFolder.in(folder).with("animelist.csv", GOOD).withManifest();
        ArtifactException thrown = assertThrows(ArtifactException.class, () -> PreparedData.read(raw.raw()));
        assertEquals(
                raw.raw() + " must be prepared data, was of kind 'raw'; give the prepared folder", thrown.getMessage());
    }

    @Test
    void aFullDiskLeavesTheEarlierFolderUntouched() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()),
                "skipped: mounting a small file system needs root");
        try {
            RawFolder raw = RawFolder.in(folder).with("animelist.csv", GOOD);
            Path prepared = disk.resolve("prepared");
            Prepare.run(RawFolder.SETTINGS, raw.raw(), prepared, TrainingListener.SILENT, RawFolder.CLOCK);
            String before = Hashes.sha256(prepared.resolve("manifest.json"));
            StringBuilder text = new StringBuilder("user_id,anime_id,rating\n");
            for (int item = 0; item < 200_000; item++) { // 8 bytes each: more than the disk holds
                text.append("7,").append(item).append(",5\n");
            }
            raw.with("animelist.csv", text.toString());
            IOException thrown = assertThrows(
                    IOException.class,
                    () -> Prepare.run(
                            RawFolder.SETTINGS, raw.raw(), prepared, TrainingListener.SILENT, RawFolder.CLOCK));
            assertTrue(String.valueOf(thrown.getMessage()).contains("No space left"), thrown.toString());
            assertEquals(before, Hashes.sha256(prepared.resolve("manifest.json")));
            PreparedData.read(prepared);
            try (Stream<Path> left = Files.list(disk)) {
                assertEquals(List.of(prepared), left.toList());
            }
        } finally {
            assertTrue(run("umount", disk.toString()));
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private String complaint(String text) throws IOException {
        RawFolder raw = RawFolder.in(folder).with("animelist.csv", text);
        RatingFormatException thrown = assertThrows(RatingFormatException.class, () -> raw.prepare(RawFolder.SETTINGS));
        assertFalse(Files.exists(raw.prepared()));
        return String.valueOf(thrown.getMessage());
    }
}
