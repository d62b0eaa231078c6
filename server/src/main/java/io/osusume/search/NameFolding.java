package io.osusume.search;

import java.text.Normalizer;
import java.util.Locale;

/// Brings names and what people type for them to one form: no case, accents or punctuation; one space
/// between words; wide letters narrow; hiragana as katakana.
final class NameFolding {
    private NameFolding() {}

    static String folded(String text) {
        for (int k = 0; k < text.length(); k++) {
            if (text.charAt(k) >= 0x80) {
                return foldedUnicode(text);
            }
        }
        return foldedAscii(text);
    }

    private static String foldedAscii(String text) {
        StringBuilder folded = new StringBuilder(text.length() + 4);
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            if (isLetter(c)) {
                folded.append(Character.toLowerCase(c));
            } else if (c == '&') {
                addWord("and", folded);
            } else if (!isApostrophe(c) && !folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return folded.toString().strip();
    }

    private static void addWord(String word, StringBuilder folded) {
        if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
            folded.append(' ');
        }
        folded.append(word).append(' ');
    }

    private static String foldedUnicode(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        for (int k = 0; k < decomposed.length(); k++) {
            char c = decomposed.charAt(k);
            if (c == '\u00d7') { // the multiplication sign of "Hunter x Hunter"
                folded.append(" x ");
            } else if (c == '&') {
                folded.append(" and ");
            } else if (c >= '\u3041' && c <= '\u3096') {
                folded.append((char) (c + 0x60));
            } else if (isLetter(c)) {
                folded.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && !isApostrophe(c)) {
                folded.append(' ');
            }
        }
        String lower = Normalizer.normalize(folded, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("\u00df", "ss")
                .replace("\u00f8", "o")
                .replace("\u00e6", "ae");
        return singleSpaces(lower);
    }

    private static String singleSpaces(String text) {
        StringBuilder single = new StringBuilder(text.length());
        for (int k = 0; k < text.length(); k++) {
            boolean space = text.charAt(k) == ' ';
            boolean afterSpace = single.isEmpty() || single.charAt(single.length() - 1) == ' ';
            if (!space || !afterSpace) {
                single.append(text.charAt(k));
            }
        }
        return single.toString().strip();
    }

    private static boolean isLetter(char c) {
        boolean voicingMark = c == '\u3099' || c == '\u309a'; // NFKD takes them off their kana
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || voicingMark;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u2018' || c == '`';
    }

    /// A folded text without its spaces: "steinsgate".
    static String compact(String folded) {
        return folded.replace(" ", "");
    }

    /// A set of the letters of a text, several letters sharing a bit: what lacks a bit lacks the letter.
    static long letters(String text) {
        long set = 0;
        for (int k = 0; k < text.length(); k++) {
            set |= text.charAt(k) == ' ' ? 0 : 1L << text.charAt(k);
        }
        return set;
    }
}
