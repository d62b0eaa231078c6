package io.osusume.web;

import java.util.List;

/// Puts words together to sentences.
final class Sentences {
    private Sentences() {}

    /// With a capital letter and a full stop.
    static String of(String text) {
        String begun = begun(text);
        return begun.endsWith(".") || begun.endsWith("?") ? begun : begun + ".";
    }

    /// With a capital letter.
    static String begun(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /// `a`, `a and b`, `a, b and c`.
    static String listed(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /// `1 title`, `2 titles`.
    static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
