package io.osusume.ratings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingParserTest {
    private static final String PLAIN = "user_id,anime_id,rating";
    private static final String FULL = PLAIN + ",watching_status,watched_episodes";

    @Test
    void aPlainRowReachesTheSink() {
        assertEquals(List.of("7 20 9"), rows(PLAIN, "7,20,9\n"));
    }

    @Test
    void theThreeColumnsAreFoundAmongFiveInAnyOrder() {
        String header = "watching_status,rating,user_id,watched_episodes,anime_id";
        assertEquals(List.of("7 20 9", "8 21 0"), rows(header, "2,9,7,26,20\n1,0,8,3,21\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7,20,9\n8,21,10\n",
                "7,20,9\r\n8,21,10\r\n",
                "7,20,9\n8,21,10",
                "\"7\",\"20\",\"9\"\n8,\"21\",10\n",
                " 7 , 20,9\n\n8,21 ,\t10\n\n",
                "007,0000000000000000020,9\n8,21,10\n"
            })
    void everyFormOfTheSameRowsGivesTheSameRows(String text) {
        assertEquals(List.of("7 20 9", "8 21 10"), rows(PLAIN, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PLAIN,
                "\uFEFF" + PLAIN,
                PLAIN + "\r\n",
                "\"user_id\",\"anime_id\",\"rating\"\n",
                "User_ID, Anime_ID, Rating"
            })
    void everyFormOfTheHeaderIsUnderstood(String header) {
        assertEquals(List.of("7 20 9"), rows(header, "7,20,9\n"));
    }

    @Test
    void idsMayBeAnyNumberOf64Bits() {
        String text = "-9223372036854775808,9223372036854775807,1\n";
        assertEquals(List.of("-9223372036854775808 9223372036854775807 1"), rows(PLAIN, text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    7,20,11      | rating must be a whole number in [0, 10], was '11'
                    7,20,-1      | rating must be a whole number in [0, 10], was '-1'
                    7,20,7.5     | rating must be a whole number in [0, 10], was '7.5'
                    7,20,        | rating must be a whole number in [0, 10], was ''
                    7,20,99999999999999999999 | rating must be a whole number in [0, 10], was '99999999999999999999'
                    x7,20,1      | user_id must be a whole number of 64 bits, was 'x7'
                    9223372036854775808,20,1 | user_id must be a whole number of 64 bits, was '9223372036854775808'
                    7,Naruto,1   | anime_id must be a whole number of 64 bits, was 'Naruto'
                    7,20         | row must have 3 columns like the header, was '7,20'
                    7,20,1,      | row must have 3 columns like the header, was '7,20,1,'
                    7,"20,1      | row must have 3 columns like the header, was '7,"20,1'
                    7;20;1       | row must have 3 columns like the header, was '7;20;1'
                    """)
    void aBadRowSaysWhereWhatAndTheRule(String row, String complaint) {
        BadRows bad = new BadRows();
        byte[] text = bytes("1,1,1\n" + row + "\n2,2,2\n");
        List<String> rows = new ArrayList<>();
        long lines = parser(PLAIN).parseLines(text, 0, text.length, 2, (u, i, r) -> rows.add("" + u), bad::add);
        assertEquals(3, lines);
        assertEquals(List.of("1", "2"), rows);
        assertEquals(
                "animelist.csv line 3: " + complaint, bad.first().getFirst().message());
    }

    @Test
    void aRowCutAtTheEndOfTheFileIsBad() {
        BadRows bad = new BadRows();
        byte[] text = bytes("7,20,9,2,26\n7,21,8,2");
        parser(FULL).parseLines(text, 0, text.length, 2, (u, i, r) -> {}, bad::add);
        assertEquals(
                "animelist.csv line 3: row must have 5 columns like the header, was '7,21,8,2'",
                bad.first().getFirst().message());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    user_id,anime_id               | rating is missing
                    user_id;anime_id;rating        | user_id is missing
                    user_id,anime_id,rating,rating | rating stands twice
                    1,20,9                         | user_id is missing
                    """)
    void aHeaderMustNameEachNeededColumnOnce(String header, String complaint) {
        RatingFormatException thrown = assertThrows(RatingFormatException.class, () -> parser(header));
        assertEquals(
                "animelist.csv line 1: the header must name user_id, anime_id and rating once each, separated by commas,"
                        + " was '" + header + "'; " + complaint,
                thrown.getMessage());
    }

    private static List<String> rows(String header, String text) {
        List<String> rows = new ArrayList<>();
        byte[] bytes = bytes(text);
        parser(header)
                .parseLines(
                        bytes,
                        0,
                        bytes.length,
                        2,
                        (user, item, rating) -> rows.add(user + " " + item + " " + rating),
                        bad -> rows.add(bad.message()));
        return rows;
    }

    private static RatingParser parser(String header) {
        byte[] bytes = bytes(header);
        return RatingParser.ofHeader("animelist.csv", bytes, 0, bytes.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
