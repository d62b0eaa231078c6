package io.osusume.search;

/// Katakana in Latin letters, in the spelling that says one sound one way (`si`, `ti`, `tu`). Long marks
/// and small `tu` are left out, for [SpokenForm] does not tell long from short.
final class Kana {
    /// From here on, signs are Japanese, Chinese or Korean.
    static final char JAPANESE = '\u2e80';

    private static final char FIRST = 'ァ';
    private static final String[] SOUNDS =
            ("a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za si zi su zu se ze so"
                            + " zo ta da ti zi - tu zu te de to do na ni nu ne no ha ba pa hi bi pi hu bu pu he be pe ho bo po ma mi"
                            + " mu me mo ya ya yu yu yo yo ra ri ru re ro wa wa i e o n bu ka ke")
                    .split(" ", -1);
    private static final String SMALL = "ァィゥェォャュョ";
    private static final char LONG_MARK = 'ー';

    private Kana() {}

    /// True if the text has katakana and no other Japanese sign.
    static boolean isKana(String folded) {
        boolean kana = false;
        for (int k = 0; k < folded.length(); k++) {
            char c = folded.charAt(k);
            if (isKatakana(c)) {
                kana = true;
            } else if (c >= JAPANESE) {
                return false;
            }
        }
        return kana;
    }

    private static boolean isKatakana(char c) {
        return (c >= FIRST && c < FIRST + SOUNDS.length) || c == LONG_MARK;
    }

    /// The text with its katakana as letters and everything else as it was.
    static String romaji(String folded) {
        StringBuilder romaji = null;
        for (int k = 0; k < folded.length(); k++) {
            char c = folded.charAt(k);
            if (romaji == null && isKatakana(c)) {
                romaji = new StringBuilder(folded.length() * 2).append(folded, 0, k);
            }
            if (romaji == null) {
                continue;
            }
            if (!isKatakana(c)) {
                romaji.append(c);
            } else if (c != LONG_MARK && !SOUNDS[c - FIRST].equals("-")) {
                add(c, k > 0 ? folded.charAt(k - 1) : ' ', romaji);
            }
        }
        return romaji == null ? folded : romaji.toString();
    }

    /// A small vowel takes the place of the vowel before it: `hu` and small `a` are `ha`, `ki` and small
    /// `ya` are `kya`.
    private static void add(char c, char before, StringBuilder romaji) {
        String sound = SOUNDS[c - FIRST];
        if (SMALL.indexOf(c) < 0 || !isKatakana(before) || before == LONG_MARK || romaji.isEmpty()) {
            romaji.append(sound);
            return;
        }
        String base = SOUNDS[before - FIRST];
        if (base.length() == 1) {
            if (base.equals("u")) {
                romaji.setLength(romaji.length() - 1);
                romaji.append('w');
            }
            romaji.append(sound);
            return;
        }
        romaji.setLength(romaji.length() - 1);
        boolean hissed = c == 'ェ' && (base.equals("si") || base.equals("ti") || base.equals("zi"));
        romaji.append(hissed ? "ye" : sound);
    }
}
