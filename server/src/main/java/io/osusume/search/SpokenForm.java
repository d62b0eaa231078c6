package io.osusume.search;

/// How a folded name sounds to a Japanese ear, so that spellings of one sound become one: `wo` and `o`,
/// `ou`, `oo` and `o`, `shi` and `si`, `chi` and `ti`, `tsu` and `tu`, `fu` and `hu`, `ji` and `zi`, `l`
/// and `r`, `v` and `b`, doubled letters and single ones; kana become letters. The form is only for
/// comparing; nobody should see it.
final class SpokenForm {
    private SpokenForm() {}

    /// The spoken form of each word, one space between them.
    static String of(String folded) {
        StringBuilder spoken = new StringBuilder(folded.length());
        int begin = 0;
        while (begin <= folded.length()) {
            int space = folded.indexOf(' ', begin);
            int end = space < 0 ? folded.length() : space;
            String word = word(folded.substring(begin, end));
            if (!word.isEmpty()) {
                spoken.append(spoken.isEmpty() ? "" : " ").append(word);
            }
            begin = end + 1;
        }
        return spoken.toString();
    }

    private static String word(String word) {
        switch (word) {
            case "wo" -> {
                return "o";
            }
            case "ha" -> {
                return "wa";
            }
            case "he" -> {
                return "e";
            }
            case "x", "q" -> {
                return word;
            }
            default -> {}
        }
        String letters = Kana.romaji(word);
        StringBuilder spoken = new StringBuilder(letters.length() + 2);
        int k = 0;
        while (k < letters.length()) {
            k += sound(letters, k, spoken);
        }
        return shortened(spoken);
    }

    /// Appends the sound that begins at a place.
    ///
    /// @return how many letters it takes
    private static int sound(String word, int at, StringBuilder spoken) {
        char next = at + 1 < word.length() ? word.charAt(at + 1) : ' ';
        char third = at + 2 < word.length() ? word.charAt(at + 2) : ' ';
        char c = word.charAt(at);
        return switch (c) {
            case 's' -> next == 'h' ? hissed("s", third, "s", spoken) : append("s", 1, spoken);
            case 'c' -> {
                if (next == 'c' && third == 'h') {
                    yield 1; // "cch" sounds like "ch"
                }
                if (next == 'h') {
                    yield hissed("t", third, "k", spoken);
                }
                boolean soft = next == 'e' || next == 'i' || next == 'y';
                yield append(soft ? "s" : "k", next == 'k' ? 2 : 1, spoken);
            }
            case 't' -> {
                if (next == 'c' && third == 'h') {
                    yield 1; // "tch" sounds like "ch"
                }
                yield append("t", (next == 's' && third == 'u') || next == 'h' ? 2 : 1, spoken);
            }
            case 'j' -> append(next == 'i' || next == 'y' || !isVowel(next) ? "z" : "zy", 1, spoken);
            case 'd' -> next == 'z' || next == 'j' ? 1 : append(next == 'u' ? "z" : "d", 1, spoken);
            case 'p' -> append(next == 'h' ? "h" : "p", next == 'h' ? 2 : 1, spoken);
            case 'f' -> append("h", 1, spoken);
            case 'l' -> append("r", 1, spoken);
            case 'v' -> append("b", 1, spoken);
            case 'q' -> append("k", 1, spoken);
            case 'x' -> append("ks", 1, spoken);
            case 'm' -> append(next == 'p' || next == 'b' ? "n" : "m", 1, spoken);
            case 'o' -> append("o", next == 'u' ? 2 : 1, spoken);
            default -> append(String.valueOf(c), 1, spoken);
        };
    }

    private static int hissed(String consonant, char after, String hard, StringBuilder spoken) {
        return append(after == 'i' ? consonant : isVowel(after) ? consonant + "y" : hard, 2, spoken);
    }

    private static int append(String sound, int letters, StringBuilder spoken) {
        spoken.append(sound);
        return letters;
    }

    private static boolean isVowel(char c) {
        return "aeiou".indexOf(c) >= 0;
    }

    /// Doubled letters once, but not doubled digits.
    private static String shortened(StringBuilder spoken) {
        StringBuilder once = new StringBuilder(spoken.length());
        for (int k = 0; k < spoken.length(); k++) {
            char c = spoken.charAt(k);
            if (k == 0 || c != spoken.charAt(k - 1) || Character.isDigit(c)) {
                once.append(c);
            }
        }
        return once.toString();
    }
}
