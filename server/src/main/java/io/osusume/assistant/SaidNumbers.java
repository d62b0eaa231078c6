package io.osusume.assistant;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What numbers a language model's text may say: those that a tool said of the titles a sentence is about,
/// decades, and small ones that count nothing which tools tell.
record SaidNumbers(Ledger ledger) {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*%?");
    private static final Set<String> COUNTED = Set.of(
            "episode", "episodes", "percent", "points", "point", "minutes", "minute", "hours", "seasons", "members");
    private static final int SMALL = 10;
    private static final List<String> WORDS = List.of(
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    /// What a token says that it may not; notes the number it ends with for the token after it.
    Optional<Violation> judge(String token, Sentence sentence) {
        String core = WordRules.core(token).toLowerCase(Locale.ROOT);
        String before = sentence.numberBefore;
        if (!before.isEmpty() && COUNTED.contains(core) && !ledger.mayBeSaid(before, sentence.about)) {
            return Optional.of(Violation.NUMBER);
        }
        sentence.numberBefore = inDigits(core);
        Matcher number = NUMBER.matcher(token);
        while (number.find()) {
            String text = number.group();
            boolean decade = text.endsWith("0") && token.startsWith("s", number.end());
            boolean share = text.endsWith("%");
            String digits = share ? text.substring(0, text.length() - 1) : text;
            boolean small = !share && digits.matches("\\d{1,2}") && Integer.parseInt(digits) <= SMALL;
            sentence.numberBefore = digits;
            if (!decade && !small && !ledger.mayBeSaid(digits, sentence.about)) {
                return Optional.of(Violation.NUMBER);
            }
        }
        return Optional.empty();
    }

    /// A number from two to ninety-nine that is written in words; empty for any other word.
    private static String inDigits(String word) {
        int hyphen = word.indexOf('-');
        int tens = TENS.indexOf(hyphen < 0 ? word : word.substring(0, hyphen));
        if (tens < 0) {
            int small = WORDS.indexOf(word);
            return small < 0 ? "" : Integer.toString(small + 2);
        }
        String unit = hyphen < 0 ? "" : word.substring(hyphen + 1);
        int ones = unit.equals("one") ? 1 : WORDS.contains(unit) ? WORDS.indexOf(unit) + 2 : 0;
        return Integer.toString(10 * (tens + 2) + ones);
    }
}
