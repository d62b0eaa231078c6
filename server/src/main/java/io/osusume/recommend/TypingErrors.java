package io.osusume.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Finds names whose words are a typing error or two away from the words of a query: a letter wrong, missing, too
/// many, or two swapped. One error from 4 letters on, two from 8; the last word may still be unfinished.
///
/// Distance: optimal string alignment (Damerau 1964; Boytsov 2011 for the variant).
final class TypingErrors {
    private final String[] words;
    private final long[] letters;
    private final int[][] titlesOfWord;

    /// @param names folded names by title
    TypingErrors(String[][] names) {
        Map<String, IntStream.Builder> titlesByWord = new TreeMap<>();
        for (int title = 0; title < names.length; title++) {
            for (String name : names[title]) {
                for (String word : name.split(" ", -1)) {
                    titlesByWord.computeIfAbsent(word, _ -> IntStream.builder()).add(title);
                }
            }
        }
        this.words = titlesByWord.keySet().toArray(String[]::new);
        this.letters = Arrays.stream(words).mapToLong(NameFolding::letters).toArray();
        this.titlesOfWord = titlesByWord.values().stream()
                .map(titles -> titles.build().toArray())
                .toArray(int[][]::new);
    }

    private static int allowed(String word) {
        return word.length() >= 8 ? 2 : word.length() >= 4 ? 1 : 0;
    }

    /// Indices of titles that have a word near each of the query's, those with the fewest errors first, within equal
    /// errors ascending.
    IntStream search(String query, int n) {
        String[] wanted = query.split(" ", -1);
        Map<Integer, Integer> errorsByTitle = new HashMap<>();
        for (int k = 0; k < wanted.length; k++) {
            Map<Integer, Integer> near = near(wanted[k], k == wanted.length - 1);
            if (k == 0) {
                errorsByTitle.putAll(near);
            } else {
                errorsByTitle.keySet().retainAll(near.keySet());
                errorsByTitle.replaceAll((title, errors) -> errors + near.getOrDefault(title, 0));
            }
        }
        List<Map.Entry<Integer, Integer>> found = new ArrayList<>(errorsByTitle.entrySet());
        found.sort(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
        return found.stream().limit(n).mapToInt(Map.Entry::getKey);
    }

    private Map<Integer, Integer> near(String wanted, boolean unfinished) {
        int allowed = allowed(wanted);
        long wantedLetters = NameFolding.letters(wanted);
        Map<Integer, Integer> errorsByTitle = new HashMap<>();
        for (int k = 0; k < words.length; k++) {
            // a letter the word lacks altogether costs at least one error
            if (Long.bitCount(wantedLetters & ~letters[k]) > allowed
                    || words[k].length() < wanted.length() - allowed
                    || (!unfinished && words[k].length() > wanted.length() + allowed)) {
                continue;
            }
            int errors = distance(wanted, words[k], unfinished);
            if (errors <= allowed) {
                for (int title : titlesOfWord[k]) {
                    errorsByTitle.merge(title, errors, Math::min);
                }
            }
        }
        return errorsByTitle;
    }

    /// The smallest number of errors that turn `typed` into `word`, or into a beginning of it if it is unfinished.
    static int distance(String typed, String word, boolean unfinished) {
        int width = unfinished ? Math.min(word.length(), typed.length() + allowed(typed)) : word.length();
        int[] beforeLast = new int[width + 1];
        int[] last = new int[width + 1];
        int[] row = new int[width + 1];
        for (int j = 0; j <= width; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= typed.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= width; j++) {
                boolean same = typed.charAt(i - 1) == word.charAt(j - 1);
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && typed.charAt(i - 1) == word.charAt(j - 2)
                        && typed.charAt(i - 2) == word.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return unfinished ? IntStream.of(last).min().orElse(typed.length()) : last[width];
    }
}
