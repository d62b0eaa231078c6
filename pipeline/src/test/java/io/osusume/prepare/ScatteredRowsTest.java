package io.osusume.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.artifact.Hashes;
import io.osusume.artifact.Manifest;
import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.prepare.PrepareReport.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows of one user in several places of the file, and rows where the parts of the file meet.
class ScatteredRowsTest {
    @TempDir
    Path folder;

    /// User 5 stands at the start, in the middle and at the end of a file of several parts; title 30 three times, title
    /// 40 twice. In between are users of one row, who are dropped.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void theLastOfEqualRowsInTheFileCountsInWhateverPartItStands(int threads) throws IOException {
        StringBuilder text = new StringBuilder("user_id,anime_id,rating\n5,30,1\n5,20,2\n5,40,10\n");
        fill(text, 1_000_000);
        text.append("5,30,3\n5,10,4\n");
        fill(text, 2_000_000);
        text.append("5,50,6\n5,30,7\n5,40,1\n");
        RawFolder raw = RawFolder.in(folder).with("animelist.csv", text.toString());
        assertTrue(parts(raw) > 2, "the test needs three parts, has " + parts(raw));
        PrepareReport report = raw.prepare(RawFolder.SETTINGS.withThreads(threads));
        PreparedData data = raw.read();
        Profile profile = data.interactions().profile(0);
        assertArrayEquals(new long[] {5}, data.users().ids());
        assertArrayEquals(new long[] {10, 20, 30, 40, 50}, data.items().ids());
        assertArrayEquals(new int[] {0, 1, 2, 3, 4}, profile.items());
        assertEquals(6 / 9f, profile.rating(2)); // title 30: the last row says 7, (7 - 1) / 9
        assertEquals(0f, profile.rating(3)); // title 40: the last row says 1, (1 - 1) / 9
        assertEquals(new Size(8, 1, 5), report.steps().getLast().before());
        assertEquals(new Size(5, 1, 5), report.steps().getLast().after());
    }

    private static void fill(StringBuilder text, int first) {
        for (int user = first; user < first + 140_000; user++) { // some 1.8 MB
            text.append(user).append(",99,").append(user % 11).append('\n');
        }
    }

    /// Lines of many lengths, so that the cuts between parts fall anywhere in a line.
    @Test
    void noRowIsLostOrReadTwiceWhereThePartsMeet() throws IOException {
        StringBuilder text = new StringBuilder("user_id,anime_id,rating\n");
        for (int user = 0; user < 3000; user++) {
            for (long item = 0; item < 100 + user % 7; item++) {
                text.append(user).append(',').append(item * item * item).append(",7\n");
            }
        }
        RawFolder raw = RawFolder.in(folder).with("animelist.csv", text.toString());
        assertTrue(parts(raw) > 2, "the test needs three parts, has " + parts(raw));
        raw.prepare(RawFolder.SETTINGS);
        Interactions kept = raw.read().interactions();
        assertEquals(3000, kept.userCount());
        for (int user = 0; user < 3000; user++) {
            assertEquals(100 + user % 7, kept.profile(user).items().length, "user " + user);
        }
    }

    @Test
    void theHashMadeWhileWritingIsThatOfTheFile() throws IOException {
        RawFolder raw =
                RawFolder.in(folder).with("animelist.csv", "user_id,anime_id,rating\n5,30,1\n5,20,2\n7,20,3\n7,30,0\n");
        raw.prepare(RawFolder.SETTINGS);
        Path file = raw.prepared().resolve(PreparedData.INTERACTIONS);
        assertEquals(
                new Manifest.FileEntry(Files.size(file), Hashes.sha256(file)),
                raw.read().manifest().files().get(PreparedData.INTERACTIONS));
    }

    private static int parts(RawFolder raw) throws IOException {
        try (RatingFile file = RatingFile.open(raw.raw().resolve("animelist.csv"))) {
            return file.parts();
        }
    }
}
