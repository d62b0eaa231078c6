package io.osusume.franchise;

import io.osusume.data.Title;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// The names that synopses mention: words with a capital inside a sentence, but for those that many synopses have.
/// Two entries that share some tell of the same people.
final class Characters {
    private static final int BUCKETS = 1 << 17;
    private static final int SHORTEST = 3;

    /// A word of more synopses than this names nobody.
    private static final int COMMON = 60;

    private final int[] synopses = new int[BUCKETS];

    /// Counts in how many synopses each word stands.
    Characters(Stream<Title> titles) {
        titles.forEach(title -> {
            for (int word : capitals(title)) {
                synopses[word]++;
            }
        });
    }

    /// The names in the synopsis of a title, as numbers in ascending order, without the words of its own name.
    int[] of(Title title) {
        Set<Integer> own = new HashSet<>();
        Clues.words(title.name()).forEach(word -> own.add(bucket(word)));
        if (title.englishName() != null) {
            Clues.words(title.englishName()).forEach(word -> own.add(bucket(word)));
        }
        return Arrays.stream(capitals(title))
                .filter(word -> synopses[word] < COMMON && !own.contains(word))
                .toArray();
    }

    /// How many numbers two ascending arrays have in common.
    static int shared(int[] one, int[] other) {
        int shared = 0;
        int b = 0;
        for (int word : one) {
            while (b < other.length && other[b] < word) {
                b++;
            }
            shared += b < other.length && other[b] == word ? 1 : 0;
        }
        return shared;
    }

    static int[] union(int[] one, int[] other) {
        int[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return Arrays.stream(all).sorted().distinct().toArray();
    }

    private static int[] capitals(Title title) {
        String text = title.synopsis();
        if (text == null) {
            return new int[0];
        }
        int[] found = new int[text.length() / 4 + 1];
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
        return Arrays.stream(found, 0, count).sorted().distinct().toArray();
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
        return (hash ^ hash >>> 15) & BUCKETS - 1;
    }
}
