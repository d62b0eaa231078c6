package io.osusume.understand;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Brings a sentence to the form the rules read: lower case, no accents or apostrophes, numbers as
/// digits, words and signs parted by single spaces.
final class Plain {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2019\u2018`]");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}\\b)");
    private static final Pattern DASH = Pattern.compile("(?<=\\d)\\s*[-\u2013]\\s*(?=\\d)");
    private static final Pattern SIGN = Pattern.compile("(?<!\\d)[./]|[./](?!\\d)|[,;:!?()]");
    private static final Pattern NOISE = Pattern.compile("[^\\p{L}\\p{N}\\s.,/<>+-]|(?<!\\d)-|-(?!\\d)");
    private static final Pattern PLUS = Pattern.compile("\\+|(?<= )&(?= )");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("eleven", "11"),
            Map.entry("twelve", "12"),
            Map.entry("fifteen", "15"),
            Map.entry("twenty", "20"),
            Map.entry("thirty", "30"),
            Map.entry("forty", "40"),
            Map.entry("sixty", "60"),
            Map.entry("ninety", "90"),
            Map.entry("sixties", "60s"),
            Map.entry("seventies", "70s"),
            Map.entry("eighties", "80s"),
            Map.entry("nineties", "90s"),
            Map.entry("noughties", "2000s"),
            Map.entry("fifty", "50"),
            Map.entry("hundred", "100"),
            Map.entry("dozen", "12"));

    private Plain() {}

    /// The form of a text, without spaces around it. Marks for titles such as `<t0>` stay as they are.
    static String of(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        plain = APOSTROPHES.matcher(plain).replaceAll("");
        plain = THOUSANDS.matcher(plain).replaceAll("");
        plain = DASH.matcher(plain).replaceAll("-");
        plain = SIGN.matcher(plain)
                .replaceAll(match ->
                        match.group().equals(",") ? " , " : match.group().equals("/") ? " / " : " . ");
        plain = PLUS.matcher(plain).replaceAll(" + ");
        plain = NOISE.matcher(plain).replaceAll(" ");
        plain = plain.replace("<", " <").replace(">", "> ");
        StringBuilder spelled = new StringBuilder();
        for (String word : words(plain)) {
            spelled.append(spelled.isEmpty() ? "" : " ").append(NUMBERS.getOrDefault(word, word));
        }
        return spelled.toString();
    }

    /// The words and signs of a text.
    static List<String> words(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? List.of() : List.of(SPACES.split(stripped));
    }
}
