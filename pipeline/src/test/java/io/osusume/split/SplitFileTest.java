package io.osusume.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.artifact.ArtifactException;
import io.osusume.evaluation.HeldOutUser;
import io.osusume.evaluation.Split;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitFileTest {
    private static final String SMALL = """
            user_id,anime_id,rating,part
            7,30,10,train
            9,20,0,test-fold-in
            7,10,1,train
            9,40,8,test-held-out
            3,10,5,train
            8,10,6,validation-held-out
            8,30,7,validation-fold-in
            """;

    @TempDir
    Path folder;

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream raw = Files.newOutputStream(file)) {
            if (name.endsWith(".gz")) {
                try (GZIPOutputStream out = new GZIPOutputStream(raw)) {
                    out.write(content.getBytes(StandardCharsets.UTF_8));
                }
            } else if (name.endsWith(".zip")) {
                try (ZipOutputStream out = new ZipOutputStream(raw)) {
                    out.putNextEntry(new ZipEntry("split.csv"));
                    out.write(content.getBytes(StandardCharsets.UTF_8));
                }
            } else {
                raw.write(content.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    @Test
    void theSameRowsComeFromPlainGzipAndZipFiles() throws IOException {
        for (String name : new String[] {"split.csv", "split.csv.gz", "split.zip"}) {
            Split split = SplitFile.read(file(name, SMALL));

            assertArrayEquals(new long[] {10, 20, 30, 40}, split.items().ids(), name);
            assertArrayEquals(new long[] {3, 7}, split.users().ids(), name);
            assertEquals(3, split.training().size(), name);
            assertArrayEquals(new int[] {0, 2}, split.training().profile(1).items(), name);
            assertEquals(0f, split.training().profile(1).rating(0), name); // rated 1, the worst
            assertEquals(1f, split.training().profile(1).rating(1), name); // rated 10, the best
            HeldOutUser judge = split.test().getFirst();
            assertEquals(9, judge.userId(), name);
            assertArrayEquals(new int[] {1}, judge.foldIn().items(), name);
            assertTrue(Float.isNaN(judge.foldIn().rating(0)), name); // watched, not scored
            assertArrayEquals(new int[] {3}, judge.heldOut(), name);
            assertEquals(8, split.validation().getFirst().userId(), name);
        }
    }

    @Test
    void titlesThatOnlyHeldOutUsersHaveAreItems() throws IOException {
        Split split = SplitFile.read(file("split.csv", SMALL));

        assertEquals(4, split.training().itemCount());
        assertEquals(0, split.training().itemCounts()[3]);
    }

    @Test
    void brokenRowsNameFileLineColumnValueAndRule() throws IOException {
        assertRefused("7,30,11,train", " line 2: rating must be in [0, 10], was '11'");
        assertRefused("7,30,8.5,train", " line 2: rating must be in [0, 10], was '8.5'");
        assertRefused("x,30,8,train", " line 2: user_id must be a positive whole number, was 'x'");
        assertRefused("7,-3,8,train", " line 2: anime_id must be a positive whole number, was '-3'");
        assertRefused(
                "7,30,8,tests",
                " line 2: part must be one of train, validation-fold-in, validation-held-out, test-fold-in,"
                        + " test-held-out, was 'tests'");
        assertRefused("7,30,8", " line 2: there must be 4 columns (user_id,anime_id,rating,part), found 3: 7,30,8");
    }

    @Test
    void brokenUsersNameTheLinesToo() throws IOException {
        assertRefused(
                "7,30,8,train\n7,30,9,train",
                " line 3: user 7 already has anime_id 30 in line 2, a pair must stand once");
        assertRefused(
                "7,30,8,train\n7,31,9,test-fold-in",
                " line 3: part of user 7 is 'test-fold-in' but 'train' in line 2, all rows of a user must be of train,"
                        + " of validation or of test");
        assertRefused(
                "7,30,8,test-fold-in", " line 2: user 7 has 1 rows to fold in and 0 held out, both must be at least 1");
    }

    private void assertRefused(String rows, String message) throws IOException {
        Path file = file("bad.csv", "user_id,anime_id,rating,part\n" + rows + "\n");
        assertEquals(
                file + message,
                assertThrows(ArtifactException.class, () -> SplitFile.read(file))
                        .getMessage());
    }

    @Test
    void aForeignHeaderIsRefused() throws IOException {
        Path file = file("bad.csv", "user,item\n");
        assertEquals(
                file + " line 1: the header must be user_id,anime_id,rating,part, was user,item",
                assertThrows(ArtifactException.class, () -> SplitFile.read(file))
                        .getMessage());
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("absent.csv");
        assertEquals(
                "there is no split file " + file + "; check --split",
                assertThrows(ArtifactException.class, () -> SplitFile.read(file))
                        .getMessage());
    }

    @Test
    void aFileThatIsNotGzipIsNamed() throws IOException {
        Path file = folder.resolve("plain.csv.gz");
        Files.writeString(file, SMALL);
        assertEquals(
                file + " cannot be unpacked: Not in GZIP format; fetch it again",
                assertThrows(ArtifactException.class, () -> SplitFile.read(file))
                        .getMessage());
    }

    @Test
    void aFileThatIsCutOffIsNamed() throws IOException {
        Path file = file("split.csv.gz", SMALL);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertEquals(
                file + " is cut off: its compressed data ends early; fetch it again",
                assertThrows(ArtifactException.class, () -> SplitFile.read(file))
                        .getMessage());
    }
}
