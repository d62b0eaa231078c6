package io.osusume.franchise;

import io.osusume.data.Title;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The names that synopses mention: words with a capital inside a sentence, but for those that many synopses have.
/// Two entries that share some tell of the same people. Names are numbers below 2^17.
final class Characters {
    private static final int BUCKETS = 1 << 17;
    private static final int SHORTEST = 3;

    /// A word of more synopses than this names nobody.
    private static final int COMMON = 60;

    private final List<People> capitals;
    private final int[] synopses = new int[BUCKETS];

    /// Reads the synopses of titles and counts in how many each word stands.
    Characters(List<Title> titles) {
        capitals = titles.stream().map(Characters::capitals).toList();
        for (People words : capitals) {
            for (int k = 0; k < words.count(); k++) {
                synopses[words.name(k)]++;
            }
        }
    }

    /// The names in the synopsis of a title, without the words of its own name.
    ///
    /// @param place in the list
    People of(int place, Title title, List<String> words) {
        Set<Integer> own = new HashSet<>();
        words.forEach(word -> own.add(bucket(word)));
        if (title.englishName() != null) {
            Clues.words(title.englishName()).forEach(word -> own.add(bucket(word)));
        }
        People all = capitals.get(place);
        int[] kept = new int[all.count()];
        int count = 0;
        for (int k = 0; k < kept.length; k++) {
            int word = all.name(k);
            if (synopses[word] < COMMON && !own.contains(word)) {
                kept[count++] = word;
            }
        }
        return People.of(kept, count);
    }

    private static People capitals(Title title) {
        String text = title.synopsis();
        if (text == null) {
            return People.NOBODY;
        }
        int[] found = new int[text.length() / SHORTEST + 1];
        int count = 0;
        char before = '.';
        int start = 0;
        for (int k = 0; k <= text.length(); k++) {
            char c = k == text.length() ? ' ' : text.charAt(k);
            if (!Character.isLetter(c)) {
                if (k - start >= SHORTEST && Character.isUpperCase(text.charAt(start)) && !endsSentence(before)) {
                    found[count++] = bucket(text, start, k);
                }
                if (k > start) {
                    before = text.charAt(k - 1);
                }
                if (!Character.isWhitespace(c)) {
                    before = c;
                }
                start = k + 1;
            }
        }
        return People.of(found, count);
    }

    private static boolean endsSentence(char c) {
        return c == '.' || c == '!' || c == '?' || c == ':' || c == '"';
    }

    private static int bucket(String word) {
        return bucket(word, 0, word.length());
    }

    private static int bucket(String text, int start, int end) {
        int hash = 0;
        for (int k = start; k < end; k++) {
            hash = 31 * hash + Character.toLowerCase(text.charAt(k));
        }
        return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
    }
}
