package io.osusume.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MalExportTest {
    private static final String TWO = """
            <?xml version="1.0" encoding="UTF-8" ?>
            <myanimelist>
              <myinfo><user_export_type>1</user_export_type></myinfo>
              <anime>
                <series_animedb_id>9253</series_animedb_id><series_title><![CDATA[Steins;Gate]]></series_title>
                <my_watched_episodes>24</my_watched_episodes><my_score>9</my_score><my_status>Completed</my_status>
              </anime>
              <anime>
                <series_animedb_id>1</series_animedb_id><series_title><![CDATA[Cowboy Bebop]]></series_title>
                <my_watched_episodes>0</my_watched_episodes><my_score>0</my_score><my_status>Plan to Watch</my_status>
              </anime>
            </myanimelist>
            """;

    @Test
    void aPlainExportGivesItsEntriesInOrder() throws IOException {
        FanList list = read(TWO);

        assertEquals(
                new ListEntry(9253, "Steins;Gate", 9, ListStatus.COMPLETED, 24),
                list.entries().getFirst());
        assertEquals(
                new ListEntry(1, "Cowboy Bebop", 0, ListStatus.PLAN_TO_WATCH, 0),
                list.entries().getLast());
        assertEquals("2 titles read: 1 completed, 1 plan to watch", list.summary());
    }

    @Test
    void whatIsOnlyPlannedIsNotWatched() throws IOException {
        FanList list = read(TWO);

        assertEquals(9253, list.watched().getFirst().itemId());
        assertEquals(1, list.watched().size());
        assertEquals(1, list.planned().getFirst().itemId());
        assertEquals(1, list.planned().size());
    }

    @Test
    void gzipIsRecognizedByItsFirstBytes(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("no-ending"), gzip(TWO));

        assertEquals(read(TWO), MalExport.read(file));
    }

    @Test
    void theLastOfTwoEntriesOfTheSameTitleWins() throws IOException {
        FanList list = read(TWO.replace("<series_animedb_id>1<", "<series_animedb_id>9253<"));

        assertEquals(1, list.entries().size());
        assertEquals("Cowboy Bebop", list.entries().getFirst().title());
        assertEquals(1, list.repeated());
    }

    @Test
    void numbersOfOlderExportsAreUnderstoodAsStatus() throws IOException {
        FanList list = read(TWO.replace("Plan to Watch", "6").replace("Completed", "2"));

        assertEquals("2 titles read: 1 completed, 1 plan to watch", list.summary());
    }

    @Test
    void aMangaExportIsRefused() {
        String message = "this is a manga list; Osusume recommends anime: export your anime list and use that file";

        assertRefused(message, TWO.replace("<user_export_type>1", "<user_export_type>2"));
        assertRefused(message, "<myanimelist><manga><manga_mangadb_id>2</manga_mangadb_id></manga></myanimelist>");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertRefused("the file is empty; use the file MyAnimeList gives under Profile, Export", "");
        assertRefused(
                "the file is gzip with nothing in it; use the file MyAnimeList gives under Profile, Export", gzip(""));
    }

    @Test
    void anEmptyListIsRefused() {
        assertRefused(
                "the list is empty: no <anime> stands in it",
                "<myanimelist><myinfo><user_export_type>1</user_export_type></myinfo></myanimelist>");
    }

    @Test
    void whatIsNotXmlIsRefused() {
        assertRefused(
                "the file is not XML: expected it to start with '<'; use the file MyAnimeList gives under Profile, "
                        + "Export",
                "{\"list\": []}");
        assertRefused("the file is a zip archive; unpack it and use the XML or gzip file inside", "PK\u0003\u0004rest");
    }

    @Test
    void aSavedWebPageIsRefused() {
        assertRefused(
                "the file is not a MyAnimeList export: expected <myanimelist>, found <html>; download the export again "
                        + "while you are signed in",
                "<html><body>Sign in</body></html>");
    }

    @Test
    void aCutFileIsRefusedWithThePlace() {
        assertRefused(
                "the file is cut off or damaged: its XML breaks at line 5, column 24; download the export again",
                TWO.substring(0, TWO.indexOf("9253")));
    }

    @Test
    void aCutGzipIsRefused() {
        byte[] whole = gzip(TWO);
        String message = "the file is cut off: its gzip stream ends early; download the export again";

        assertRefused(message, Arrays.copyOf(whole, whole.length / 2));
        assertRefused(message, Arrays.copyOf(whole, whole.length - 4)); // within the checksum at the end
        assertRefused(message, Arrays.copyOf(whole, 5));
    }

    @Test
    void aDamagedGzipIsRefused() {
        byte[] damaged = gzip(TWO);
        damaged[damaged.length - 8] ^= 1; // in the checksum

        assertRefused("the file is damaged: its gzip stream cannot be unpacked; download the export again", damaged);
    }

    @Test
    void anExternalEntityIsNeverOpened(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "<stolen/>");
        String message = "the file has a DOCTYPE, which no list export has; it was not read";

        assertRefused(
                message,
                "<!DOCTYPE myanimelist [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><myanimelist>&x;</myanimelist>");
        assertRefused(message, "<!DOCTYPE myanimelist SYSTEM \"http://127.0.0.1:9/list.dtd\"><myanimelist/>");
    }

    @Test
    void aBillionLaughsAreRefused() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE myanimelist [<!ENTITY a0 \"ha\">");
        for (int k = 1; k < 30; k++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(k, k - 1, k - 1));
        }

        assertRefused(
                "the file has a DOCTYPE, which no list export has; it was not read",
                laughs + "]><myanimelist>&a29;</myanimelist>");
    }

    @Test
    void aGzipBombIsRefusedAtTheLimit() {
        byte[] bomb = gzip("<myanimelist>" + " ".repeat(100_000));

        ListException refused = assertThrows(
                ListException.class,
                () -> MalExport.read(new ByteArrayInputStream(bomb), new ListLimits(1_000, 50_000, 10)));

        assertTrue(bomb.length < 1_000, "small as it comes");
        assertTrue(refused.tooLarge());
        assertEquals("the list inside the file is too large: at most 50000 bytes are read", refused.getMessage());
    }

    @Test
    void aFileOverTheLimitIsRefused() {
        ListException refused = assertThrows(
                ListException.class,
                () -> MalExport.read(
                        new ByteArrayInputStream(TWO.getBytes(StandardCharsets.UTF_8)), new ListLimits(100, 100, 10)));

        assertEquals("the file is too large: at most 100 bytes are read", refused.getMessage());
    }

    @Test
    void moreEntriesThanTheLimitAreRefused() {
        ListException refused = assertThrows(
                ListException.class,
                () -> MalExport.read(
                        new ByteArrayInputStream(TWO.getBytes(StandardCharsets.UTF_8)),
                        new ListLimits(10_000, 10_000, 1)));

        assertTrue(refused.tooLarge());
        assertEquals("the list is too long: at most 1 titles are read", refused.getMessage());
    }

    @Test
    void deepNestingIsRefused() {
        assertRefused(
                "the file is nested deeper than a list export; it was not read",
                "<myanimelist>" + "<a>".repeat(100_000));
    }

    @Test
    void anEncodingNobodyKnowsIsRefused() {
        assertRefused(
                "the file declares the encoding 'klingon-1', which is not known; save it as UTF-8",
                TWO.replace("UTF-8", "klingon-1"));
        assertRefused(
                "the file declares the encoding '?', which is not known; save it as UTF-8", TWO.replace("UTF-8", "?"));
    }

    @Test
    void aListOfNothingButSizeProblemsIsNotCalledTooLarge() {
        assertFalse(new ListException("x").tooLarge());
        assertEquals(
                Map.of(
                        ListStatus.WATCHING, 0,
                        ListStatus.COMPLETED, 0,
                        ListStatus.ON_HOLD, 0,
                        ListStatus.DROPPED, 0,
                        ListStatus.PLAN_TO_WATCH, 0),
                new FanList(List.of(), List.of(), 0, List.of()).countByStatus());
    }

    private static void assertRefused(String message, String text) {
        assertRefused(message, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String message, byte[] bytes) {
        ListException refused = assertThrows(
                ListException.class, () -> MalExport.read(new ByteArrayInputStream(bytes), ListLimits.DEFAULT));
        assertEquals(message, refused.getMessage());
    }

    private static FanList read(String text) throws IOException {
        return MalExport.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ListLimits.DEFAULT);
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }
}
