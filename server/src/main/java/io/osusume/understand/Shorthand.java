package io.osusume.understand;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes out what fans shorten, and corrects "more then", in the form of [Plain].
final class Shorthand {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("y", "why"),
            Map.entry("u", "you"),
            Map.entry("r", "are"),
            Map.entry("b4", "before"),
            Map.entry("til", "till"),
            Map.entry("wat", "what"),
            Map.entry("wich", "which"),
            Map.entry("coz", "because"),
            Map.entry("tmrw", "tomorrow"),
            Map.entry("2nite", "tonight"),
            Map.entry("pls", "please"),
            Map.entry("plz", "please"));
    private static final Pattern THEN = Pattern.compile(
            "\\b(more|less|fewer|longer|shorter|older|newer|higher|lower|better|later|earlier) then\\b");

    private Shorthand() {}

    static String writtenOut(String plain) {
        String words = Plain.words(plain).stream()
                .map(word -> WORDS.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
        words = (" " + words + " ").replace(" w / o ", " without ").strip();
        return THEN.matcher(words).replaceAll("$1 than");
    }
}
