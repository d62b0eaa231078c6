package io.osusume.meaning;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of a text without case, accents and the endings of English: "Pilots" and "piloting" are
/// "pilot". Words that stand in nearly every text are left out.
///
/// A light stemmer: it takes off fewer endings than Porter's (1980), so that less is thrown together.
final class Stems {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern APOSTROPHE = Pattern.compile("['\u2019](?:s\\b)?");
    private static final Set<String> STOP = Set.of(
            "a",
            "an",
            "and",
            "are",
            "as",
            "at",
            "be",
            "but",
            "by",
            "can",
            "for",
            "from",
            "has",
            "have",
            "he",
            "her",
            "his",
            "in",
            "into",
            "is",
            "it",
            "its",
            "of",
            "on",
            "or",
            "she",
            "that",
            "the",
            "their",
            "them",
            "they",
            "this",
            "to",
            "was",
            "were",
            "what",
            "when",
            "where",
            "which",
            "while",
            "who",
            "whom",
            "will",
            "with",
            "about",
            "one",
            "anime",
            "show",
            "movie",
            "series",
            "story",
            "i",
            "you",
            "my",
            "something",
            "some");
    private static final int SHORTEST = 4;

    private Stems() {}

    static List<String> of(String text) {
        String folded = folded(text);
        List<String> stems = new ArrayList<>();
        int begin = -1;
        for (int k = 0; k <= folded.length(); k++) {
            boolean inside = k < folded.length() && Character.isLetterOrDigit(folded.charAt(k));
            if (inside && begin < 0) {
                begin = k;
            } else if (!inside && begin >= 0) {
                String word = folded.substring(begin, k);
                begin = -1;
                if (!STOP.contains(word)) {
                    stems.add(stem(word));
                }
            }
        }
        return stems;
    }

    /// Lower case, without accents and apostrophes; most texts have none, and are done fast.
    private static String folded(String text) {
        boolean plain = true;
        for (int k = 0; k < text.length() && plain; k++) {
            plain = text.charAt(k) < 0x80 && text.charAt(k) != '\'';
        }
        String bare = plain
                ? text
                : MARKS.matcher(Normalizer.normalize(APOSTROPHE.matcher(text).replaceAll(""), Normalizer.Form.NFKD))
                        .replaceAll("");
        return bare.toLowerCase(Locale.ROOT);
    }

    static String stem(String word) {
        if (word.length() < SHORTEST || word.charAt(word.length() - 1) > 'z') {
            return word;
        }
        String stem = word;
        if (stem.endsWith("ies")) {
            stem = cut(stem, 3) + "y";
        } else if (stem.endsWith("sses") || stem.endsWith("ches") || stem.endsWith("shes") || stem.endsWith("xes")) {
            stem = cut(stem, 2);
        } else if (stem.endsWith("ves")) {
            stem = cut(stem, 3) + "f";
        } else if (stem.endsWith("s") && !stem.endsWith("ss") && !stem.endsWith("us") && !stem.endsWith("is")) {
            stem = cut(stem, 1);
        }
        if (stem.endsWith("ing") && stem.length() > SHORTEST + 2) {
            stem = undoubled(cut(stem, 3));
        } else if (stem.endsWith("ed") && stem.length() > SHORTEST + 1) {
            stem = undoubled(cut(stem, 2));
        }
        return stem.endsWith("e") && stem.length() > SHORTEST ? cut(stem, 1) : stem;
    }

    private static String cut(String word, int count) {
        return word.substring(0, word.length() - count);
    }

    private static String undoubled(String word) {
        int last = word.length() - 1;
        boolean twice = word.charAt(last) == word.charAt(last - 1) && "lsz".indexOf(word.charAt(last)) < 0;
        return twice ? cut(word, 1) : word;
    }
}
