package io.osusume.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Brings the ways to write a season to one: "2nd season", "Season 2", "second season", "S2", "II" and
/// 第2期 all become "2". A first season is not named at all, as in most names.
final class SeasonWords {
    private static final Map<String, Integer> ROMAN =
            Map.of("i", 1, "ii", 2, "iii", 3, "iv", 4, "v", 5, "vi", 6, "vii", 7, "viii", 8, "ix", 9, "x", 10);
    private static final Map<String, Integer> ORDINALS =
            Map.of("first", 1, "second", 2, "third", 3, "fourth", 4, "fifth", 5, "sixth", 6, "seventh", 7, "eighth", 8);
    private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final Pattern SHORT = Pattern.compile("(?:s|season)0?([1-9]\\d?)");
    private static final Pattern JAPANESE = Pattern.compile(" ?第?(\\d{1,2}) ?(?:期|シーズン)(?: |$)");

    private SeasonWords() {}

    /// A folded text with its season as a mere number.
    static String plain(String folded) {
        String text = folded.indexOf('期') < 0 && folded.indexOf('ン') < 0
                ? folded
                : JAPANESE.matcher(folded).replaceAll(" $1 ").strip();
        if (text.indexOf(' ') < 0) {
            return text;
        }
        String[] words = text.split(" ", -1);
        List<String> plain = new ArrayList<>();
        int k = 0;
        while (k < words.length) {
            String next = k + 1 < words.length ? words[k + 1] : "";
            int ordinal = ordinal(words[k]);
            int number = words[k].equals("season") ? number(next) : 0;
            if (ordinal > 0 && next.equals("season")) {
                addSeason(plain, ordinal);
                k += 2;
            } else if (number > 0) {
                addSeason(plain, number);
                k += 2;
            } else {
                plain.add(k == 0 ? words[k] : alone(words[k], plain));
                k++;
            }
        }
        plain.remove("");
        return String.join(" ", plain);
    }

    private static void addSeason(List<String> plain, int season) {
        if (season > 1 || plain.isEmpty()) {
            plain.add(Integer.toString(season));
        }
    }

    /// A word that may tell a season by itself: "ii", "s2", "2nd".
    private static String alone(String word, List<String> before) {
        if ("0123456789sivx".indexOf(word.charAt(0)) < 0) {
            return word;
        }
        var digits = SHORT.matcher(word);
        if (digits.matches()) {
            return digits.group(1).equals("1") && !before.isEmpty() ? "" : digits.group(1);
        }
        if (word.length() > 1 && ROMAN.containsKey(word)) {
            return Integer.toString(ROMAN.getOrDefault(word, 0));
        }
        var ordinal = ORDINAL.matcher(word);
        return ordinal.matches() ? ordinal.group(1) : word;
    }

    private static int ordinal(String word) {
        if (!Character.isDigit(word.charAt(0))) {
            return ORDINALS.getOrDefault(word, 0);
        }
        var digits = ORDINAL.matcher(word);
        return digits.matches() ? Integer.parseInt(digits.group(1)) : 0;
    }

    private static int number(String word) {
        return NUMBER.matcher(word).matches() ? Integer.parseInt(word) : ROMAN.getOrDefault(word, 0);
    }

    /// The text without the number at its end, empty if it has none or is nothing but one.
    static String withoutSeason(String plain) {
        int space = plain.lastIndexOf(' ');
        return space > 0 && NUMBER.matcher(plain.substring(space + 1)).matches() ? plain.substring(0, space) : "";
    }
}
