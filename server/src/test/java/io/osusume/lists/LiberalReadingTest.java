package io.osusume.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The forms other sites and years write, and what is made of fields that are missing or wrong.
class LiberalReadingTest {
    private static FanList read(String text, Charset charset) throws IOException {
        return MalExport.read(new ByteArrayInputStream(text.getBytes(charset)), ListLimits.DEFAULT);
    }

    private static FanList read(String text) throws IOException {
        return read(text, StandardCharsets.UTF_8);
    }

    private static String anime(String fields) {
        return "<myanimelist><anime>" + fields + "</anime></myanimelist>";
    }

    private static String scored(String... scores) {
        StringBuilder list = new StringBuilder("<myanimelist>\n");
        for (int k = 0; k < scores.length; k++) {
            list.append("<anime><series_animedb_id>%d</series_animedb_id><my_score>%s</my_score>"
                            .formatted(k + 1, scores[k]))
                    .append("<my_status>Completed</my_status></anime>\n");
        }
        return list + "</myanimelist>";
    }

    private static List<Integer> scores(FanList list) {
        return list.entries().stream().map(ListEntry::score).toList();
    }

    private static List<String> told(FanList list) {
        return list.adjustments().stream().map(Adjustment::message).toList();
    }

    @Test
    void theFileKitsuWritesIsRead() throws IOException {
        FanList list = read("""
                <?xml version="1.0"?>
                <myanimelist>
                  <myinfo>
                    <user_export_type>1</user_export_type>
                  </myinfo>
                <anime>
                  <series_animedb_id>9253</series_animedb_id>
                  <my_watched_episodes>12</my_watched_episodes>
                  <my_start_date>2017-01-02</my_start_date>
                  <my_score>9</my_score>
                  <my_status>On Hold</my_status>
                  <my_times_watched>0</my_times_watched>
                  <update_on_import>1</update_on_import>
                </anime><anime>
                  <series_animedb_id>1</series_animedb_id>
                  <my_watched_episodes>0</my_watched_episodes>
                  <my_status>Plan to Watch</my_status>
                </anime></myanimelist>
                """);

        assertEquals(
                List.of(
                        new ListEntry(9253, "", 9, ListStatus.ON_HOLD, 12),
                        new ListEntry(1, "", 0, ListStatus.PLAN_TO_WATCH, 0)),
                list.entries());
        assertEquals(List.of(), list.adjustments());
    }

    @Test
    void theFormOf2008IsRead() throws IOException {
        FanList list = read("""
                <?xml version="1.0" encoding="ISO-8859-1" ?>
                <!--
                 Created by XML Export feature at MyAnimeList.net
                 Programmed by Xinil
                 Last updated 5/27/2008
                -->
                <myanimelist>
                  <myinfo><user_id>1</user_id><user_total_watching>1</user_total_watching></myinfo>
                  <anime>
                    <anime_id>527</anime_id>
                    <anime_title>Pok\u00e9mon &amp; more</anime_title>
                    <my_watched>80</my_watched>
                    <my_fansub_group><![CDATA[0]]></my_fansub_group>
                    <my_dvd></my_dvd>
                    <my_downloaded_eps>0</my_downloaded_eps>
                    <my_rating>7</my_rating>
                    <my_status>1</my_status>
                  </anime>
                </myanimelist>
                """, StandardCharsets.ISO_8859_1);

        assertEquals(List.of(new ListEntry(527, "Pok\u00e9mon & more", 7, ListStatus.WATCHING, 80)), list.entries());
        assertEquals(List.of(), list.adjustments());
    }

    @Test
    void entriesWithATitleButNoIdAreKeptByName() throws IOException {
        FanList list = read("""
                <myanimelist>
                  <anime>
                    <series_animedb_id></series_animedb_id><series_title><![CDATA[Sousou no Frieren]]></series_title>
                    <my_score>95</my_score><my_status>CURRENT</my_status>
                  </anime>
                  <anime>
                    <series_animedb_id>0</series_animedb_id><series_title>Mushishi</series_title>
                    <my_score>80</my_score><my_status>REPEATING</my_status>
                  </anime>
                </myanimelist>
                """);

        assertEquals(List.of(), list.entries());
        assertEquals(
                List.of(
                        new NamedEntry("Sousou no Frieren", 10, ListStatus.WATCHING, 0),
                        new NamedEntry("Mushishi", 8, ListStatus.COMPLETED, 0)),
                list.named());
        assertEquals(
                List.of(
                        "the list: its scores go to 100, they were divided by 10",
                        "the list: 1 score rounded: 9.5 became 10"),
                told(list));
        assertEquals("2 titles read: 1 watching, 1 completed", list.summary());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | WATCHING
            2 | COMPLETED
            3 | ON_HOLD
            4 | DROPPED
            6 | PLAN_TO_WATCH
            watching | WATCHING
            Currently Watching | WATCHING
            COMPLETED | COMPLETED
            rewatching | COMPLETED
            on_hold | ON_HOLD
            On-Hold | ON_HOLD
            Paused | ON_HOLD
            dropped | DROPPED
            plan to watch | PLAN_TO_WATCH
            plan_to_watch | PLAN_TO_WATCH
            PLANNING | PLAN_TO_WATCH
            """)
    void aStatusIsUnderstoodAsWordOrNumber(String written, ListStatus expected) throws IOException {
        FanList list = read(anime("<series_animedb_id>1</series_animedb_id><my_status> " + written + "\n</my_status>"));

        assertEquals(expected, list.entries().getFirst().status());
        assertEquals(List.of(), list.adjustments());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <my_score>7</my_score>                                                                   | COMPLETED
            <series_episodes>24</series_episodes><my_watched_episodes>3</my_watched_episodes>        | WATCHING
            <series_episodes>24</series_episodes><my_watched_episodes>24</my_watched_episodes>       | COMPLETED
            <series_episodes>24</series_episodes>                                                    | PLAN_TO_WATCH
            """)
    void aMissingStatusIsReadFromTheRest(String rest, ListStatus expected) throws IOException {
        FanList list = read(anime("<series_animedb_id>1</series_animedb_id><series_title>A</series_title>" + rest));

        assertEquals(expected, list.entries().getFirst().status());
        assertEquals(List.of("entry 1 (A, line 1): no status, read as " + expected.label()), told(list));
    }

    @Test
    void anUnknownStatusIsTold() throws IOException {
        FanList list = read(anime("<series_animedb_id>1</series_animedb_id><my_status>5</my_status>"));

        assertEquals(List.of("entry 1 (no title, line 1): status '5' is not known, read as Plan to Watch"), told(list));
    }

    @Test
    void scoresOutOfRangeBecomeTheNearestInRange() throws IOException {
        FanList list = read(scored("11", "-1", "10", "8", "7"));

        assertEquals(List.of(10, 0, 10, 8, 7), scores(list));
        assertEquals(
                List.of(
                        "entry 1 (no title, line 2): score 11 became 10, the highest there is",
                        "entry 2 (no title, line 3): score -1 became 0, which is not scored"),
                told(list));
    }

    @Test
    void scoresOutOfAHundredAreDividedByTen() throws IOException {
        FanList list = read(scored("95", "100", "0", "5", "44"));

        assertEquals(List.of(10, 10, 0, 1, 4), scores(list));
        assertEquals(
                "the list: its scores go to 100, they were divided by 10",
                told(list).getFirst());
    }

    @Test
    void oneHighScoreDoesNotMakeAListOutOfAHundred() throws IOException {
        assertEquals(List.of(10, 9, 8), scores(read(scored("85", "9", "8"))));
        assertEquals(List.of(10), scores(read(scored("11"))));
    }

    @Test
    void decimalsAreRoundedHalfUpAndAScoreNeverBecomesNone() throws IOException {
        FanList list = read(scored("8.5", "8,4", "0.2", "9.0", "nine"));

        assertEquals(List.of(9, 8, 1, 9, 0), scores(list));
        assertEquals(
                List.of(
                        "entry 5 (no title, line 6): my_score 'nine' is not a number, read as not scored",
                        "the list: 3 scores rounded: 8.5 became 9"),
                told(list));
    }

    @Test
    void anIdThatIsNoNumberLeavesTheTitle() throws IOException {
        FanList list = read(anime("<series_animedb_id>x</series_animedb_id><series_title>A</series_title>"
                + "<my_status>2</my_status><my_watched_episodes>-3</my_watched_episodes>"));

        assertEquals(List.of(new NamedEntry("A", 0, ListStatus.COMPLETED, 0)), list.named());
        assertEquals(
                List.of(
                        "entry 1 (A, line 1): series_animedb_id 'x' is not a whole number, its title is looked up "
                                + "instead",
                        "entry 1 (A, line 1): watched episodes -3 became 0"),
                told(list));
    }

    @Test
    void anEntryWithNeitherIdNorTitleIsLeftOutAndTold() throws IOException {
        FanList list = read("<myanimelist><anime><my_score>5</my_score><my_status>2</my_status></anime>"
                + "<anime><series_animedb_id>1</series_animedb_id><my_status>2</my_status></anime></myanimelist>");

        assertEquals(1, list.size());
        assertEquals(List.of("entry 1 (no title, line 1): left out, it has neither an id nor a title"), told(list));
        assertEquals(
                "none of the 1 entries of the list has an id or a title; export it from MyAnimeList and use that file",
                assertThrows(ListException.class, () -> read(anime("<my_score>5</my_score>")))
                        .getMessage());
    }

    @Test
    void elementsNobodyKnowsAreIgnoredHoweverTheyAreNested() throws IOException {
        FanList list = read("""
                <myanimelist version="9"><site><name>x</name></site>
                <anime source="y">stray text<!-- a comment -->
                  <tags><tag>a</tag><series_title>not this one</series_title></tags>
                  <series_title>A<!-- -->B<![CDATA[ < C]]></series_title>
                  <SERIES_ANIMEDB_ID>7</SERIES_ANIMEDB_ID><my_status>2</my_status>
                </anime></myanimelist>
                """);

        assertEquals(List.of(new ListEntry(7, "AB < C", 0, ListStatus.COMPLETED, 0)), list.entries());
    }

    @Test
    void aByteOrderMarkAndBlankLinesBeforeTheFirstLineDoNotDisturb() throws IOException {
        String text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + anime("<series_animedb_id>7</series_animedb_id><series_title>\u9032\u6483</series_title>"
                        + "<my_status>2</my_status>");
        FanList plain = read(text);

        assertEquals("\u9032\u6483", plain.entries().getFirst().title());
        assertEquals(plain, read("\ufeff" + text));
        assertEquals(plain, read("\r\n\n  \ufeff" + text));
        assertEquals(plain, read("\ufeff" + text.replace("UTF-8", "UTF-16"), StandardCharsets.UTF_16LE));
        assertEquals(plain, read("\ufeff" + text.replace("UTF-8", "UTF-16"), StandardCharsets.UTF_16BE));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, windows-1252", "windows-1251, windows-1251", "Shift_JIS, Shift_JIS", "us-ascii, UTF-8"})
    void theDeclaredEncodingIsReadAndOtherBytesAsOldProgramsMeantThem(String declared, Charset written)
            throws IOException {
        String title = written.newEncoder().canEncode('\u00e9') ? "\u201cPok\u00e9mon\u201d" : "\u0439\u0436";
        FanList list = read(
                "<?xml version='1.0' encoding='" + declared + "'?>"
                        + anime("<series_animedb_id>7</series_animedb_id><series_title>" + title
                                + "</series_title><my_status>2</my_status>"),
                written);

        boolean readable = !declared.equals("us-ascii");
        assertEquals(
                readable ? title : new String(title.getBytes(written), Charset.forName("windows-1252")),
                list.entries().getFirst().title());
    }

    @Test
    void aLongFileInUtf8KeepsItsLettersAcrossBuffers() throws IOException {
        StringBuilder text = new StringBuilder("<myanimelist>");
        for (int k = 1; k <= 5_000; k++) {
            text.append(anime("<series_animedb_id>" + k + "</series_animedb_id><series_title>" + "x".repeat(k % 7)
                            + "\u9032\ud83d\ude00\u00e9</series_title><my_status>2</my_status>")
                    .replaceAll("</?myanimelist>", ""));
        }
        FanList list = read(text + "</myanimelist>");
        for (ListEntry entry : list.entries()) {
            assertEquals("x".repeat((int) (entry.itemId() % 7)) + "\u9032\ud83d\ude00\u00e9", entry.title());
        }
    }

    @Test
    void aTitleWithManyEntitiesIsReadAndOneThatIsVeryLongIsCut() throws IOException {
        StringBuilder many = new StringBuilder("<myanimelist>");
        for (int k = 1; k <= 30_000; k++) {
            many.append("<anime><series_animedb_id>")
                    .append(k)
                    .append("</series_animedb_id><series_title>&amp;&#233;")
                    .append("&quot;&lt;</series_title><my_status>2</my_status></anime>");
        }
        FanList list = read(many + "</myanimelist>");
        assertEquals(30_000, list.size());
        assertEquals("&\u00e9\"<", list.entries().getLast().title());

        FanList cut = read(anime("<series_title>" + "x".repeat(1_000_000) + "</series_title><my_status>2</my_status>"));
        assertEquals("x".repeat(300), cut.named().getFirst().title());
        assertEquals(
                List.of("entry 1 (" + "x".repeat(60) + "..., line 1): the title is cut to 300 characters"), told(cut));
    }

    @Test
    void theSameNameTwiceIsCountedAndTheLastWins() throws IOException {
        FanList list = read("<myanimelist><anime><series_title>A b</series_title><my_status>1</my_status></anime>"
                + "<anime><series_title>a B</series_title><my_status>2</my_status></anime></myanimelist>");

        assertEquals(List.of(new NamedEntry("a B", 0, ListStatus.COMPLETED, 0)), list.named());
        assertEquals(1, list.repeated());
    }

    @Test
    void pastTwoHundredAdjustmentsTheRestIsCounted() throws IOException {
        String[] scores = new String[500];
        java.util.Arrays.fill(scores, "-2");
        FanList list = read(scored(scores));

        assertEquals(201, list.adjustments().size());
        assertEquals("the list: 300 more adjustments like these", told(list).getLast());
    }
}
