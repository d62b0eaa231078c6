package io.osusume.ratings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainLinesTest {
    private static final String ROOM = ".".repeat(20); // so that words of eight characters fit behind the line

    @Test
    void aLineIsReadUpToItsEnd() {
        assertEquals("17: 7 20 9", read("user_id,anime_id,rating,status", "7,20,9,100000000\n"));
        assertEquals("9: 7 20 9", read("user_id,anime_id,rating,status", "7,20,9,1\n"));
        assertEquals("8: 7 20 9", read("user_id,anime_id,rating", "7,20,9\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7,20\n",
                "7,20,9,1\n",
                "7,20,9,\n",
                "7,,9\n",
                ",20,9\n",
                "7,20,\n",
                "7,20,x\n",
                "7,20,9x\n",
                "7;20;9\n",
                "7,-20,9\n",
                "7,20,\"9\"\n",
                "1234567890123456789,20,9\n",
                "\n",
                "7,20:,9\n",
                "7,20/,9\n",
                "7,2\u00e9,9\n"
            })
    void aLineOfAnythingElseIsRefused(String line) {
        assertEquals("refused", read("user_id,anime_id,rating", line));
    }

    private static String read(String header, String line) {
        byte[] names = bytes(header);
        Columns columns = Columns.of("x.csv", names, 0, names.length);
        PlainLines lines = new PlainLines(columns);
        int next = lines.read(bytes(line + ROOM), 0);
        assertEquals(next, lines.read(bytes(line), 0)); // nothing behind the line
        return next < 0
                ? "refused"
                : next + ": " + lines.value(columns.user()) + " " + lines.value(columns.item()) + " "
                        + lines.value(columns.rating());
    }

    /// Lines with numbers of 1 to 20 digits, the first often that of the line before, good and bad, in buffers that end
    /// right behind the last line; the definition is the exact parser, line by line.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_id,anime_id,rating",
                "user_id,anime_id,rating,watching_status,watched_episodes",
                "watched_episodes,rating,anime_id,user_id",
                "rating,a,b,c,user_id,d,anime_id,e"
            })
    void allLinesGiveWhatTheExactParserGives(String header) {
        long seed = 20261124;
        List<String> lines = lines(List.of(header.split(",")), new Random(seed));
        byte[] names = bytes(header);
        RatingParser parser = RatingParser.ofHeader("x.csv", names, 0, names.length);
        List<String> expected = new ArrayList<>();
        RatingSink sink = (user, item, rating) -> expected.add(user + " " + item + " " + rating);
        long number = 1;
        for (String line : lines) {
            byte[] text = bytes(line);
            parser.parse(text, 0, text.length, ++number, sink).ifPresent(bad -> expected.add(bad.message()));
        }
        List<String> found = new ArrayList<>();
        byte[] text = bytes(String.join("", lines));
        parser.parseLines(
                text,
                0,
                text.length,
                2,
                (user, item, rating) -> found.add(user + " " + item + " " + rating),
                bad -> found.add(bad.message()));
        assertEquals(expected, found, "seed " + seed);
        long good = found.stream().filter(row -> !row.startsWith("x.csv")).count();
        assertTrue(good > 5_000 && good < 20_000, good + " good rows");
    }

    private static List<String> lines(List<String> columns, Random random) {
        List<String> lines = new ArrayList<>();
        String first = "1";
        for (int k = 0; k < 20_000; k++) {
            String[] fields = new String[columns.size()];
            Arrays.setAll(fields, c -> columns.get(c).equals("rating") ? rating(random) : number(random));
            first = random.nextInt(3) == 0 ? fields[0] : first;
            fields[0] = first;
            String line = String.join(",", fields);
            lines.add(random.nextInt(20) == 0 ? damaged(line, random) : line + "\n");
        }
        return lines;
    }

    private static String rating(Random random) {
        return Integer.toString(random.nextInt(12)); // 11 is bad
    }

    private static String number(Random random) {
        int digits = 1 + random.nextInt(random.nextInt(20) == 0 ? 20 : 8);
        StringBuilder number = new StringBuilder();
        for (int k = 0; k < digits; k++) {
            number.append(random.nextInt(10));
        }
        return number.toString();
    }

    private static String damaged(String line, Random random) {
        int place = random.nextInt(line.length());
        return switch (random.nextInt(5)) {
            case 0 -> line + "\r\n";
            case 1 -> line + ",1\n";
            case 2 -> line.substring(0, place) + "\n";
            case 3 -> line.substring(0, place) + ",x -\"/:.".charAt(random.nextInt(8)) + line.substring(place) + "\n";
            default -> "\n";
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
