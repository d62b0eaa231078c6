package io.osusume.recommend;

import java.text.Normalizer;
import java.util.Locale;

/// Brings names and what people type for them to one form: no case, accents or punctuation; one space between words;
/// wide letters narrow; hiragana as katakana.
final class NameFolding {
    private NameFolding() {}

    static String folded(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        for (int k = 0; k < decomposed.length(); k++) {
            char c = decomposed.charAt(k);
            if (c == '\u00d7') { // the multiplication sign of "Hunter x Hunter"
                folded.append(" x ");
            } else if (c >= '\u3041' && c <= '\u3096') {
                folded.append((char) (c + 0x60));
            } else if (isLetter(c)) {
                folded.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && !isApostrophe(c)) {
                folded.append(' ');
            }
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("\u00df", "ss")
                .replace("\u00f8", "o")
                .replace("\u00e6", "ae")
                .replaceAll(" +", " ")
                .strip();
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
}
