package io.osusume.search;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Finds titles whose words are a typing error or two away from the words of a query: a letter wrong,
/// missing, too many, or two swapped. One error from 4 letters on, two from 7; the last word may still
/// be unfinished. Immutable.
///
/// Distance: optimal string alignment (Damerau 1964; Boytsov 2011 for the variant).
public final class TypingErrors {
    private static final byte FAR = Byte.MAX_VALUE;

    private final int titleCount;
    private final String[] words;
    private final long[] letters;
    private final int[][] titlesOfWord;

    /// @param index one form of the names
    TypingErrors(NameIndex index, SearchNames names) {
        this.titleCount = names.titleCount();
        this.words = index.words();
        this.letters = Arrays.stream(words).mapToLong(NameFolding::letters).toArray();
        this.titlesOfWord = IntStream.range(0, words.length)
                .mapToObj(word -> IntStream.of(index.namesOfWord(word))
                        .map(names::titleOf)
                        .distinct()
                        .toArray())
                .toArray(int[][]::new);
    }

    /// How many errors a word as it was typed may have.
    public static int allowed(String word) {
        if (word.chars().anyMatch(Character::isDigit)) {
            return 0; // another number is another thing
        }
        return word.length() >= 7 ? 2 : word.length() >= 4 ? 1 : 0;
    }

    /// The titles that have a word near each of the query's, those with the fewest errors first, within
    /// equal errors ascending.
    ///
    /// @param allowed how many errors each word may have, see [#allowed]
    IntStream search(String[] wanted, int[] allowed, int n) {
        byte[] sums = new byte[titleCount];
        byte[] errors = new byte[titleCount];
        int most = 0;
        for (int k = 0; k < wanted.length; k++) {
            near(wanted[k], allowed[k], k == wanted.length - 1, errors);
            most = Math.min(FAR - 1, most + allowed[k]);
            for (int title = 0; title < titleCount; title++) {
                sums[title] = sums[title] == FAR || errors[title] == FAR
                        ? FAR
                        : (byte) Math.min(FAR - 1, sums[title] + errors[title]);
            }
        }
        return IntStream.rangeClosed(0, most)
                .flatMap(sum -> IntStream.range(0, titleCount).filter(title -> sums[title] == sum))
                .limit(n);
    }

    private void near(String wanted, int allowed, boolean unfinished, byte[] errors) {
        long wantedLetters = NameFolding.letters(wanted);
        Arrays.fill(errors, FAR);
        for (int k = 0; k < words.length; k++) {
            // a letter the word lacks altogether costs at least one error
            if (Long.bitCount(wantedLetters & ~letters[k]) > allowed
                    || words[k].length() < wanted.length() - allowed
                    || (!unfinished && words[k].length() > wanted.length() + allowed)) {
                continue;
            }
            int found = distance(wanted, words[k], unfinished);
            if (found <= allowed) {
                for (int title : titlesOfWord[k]) {
                    errors[title] = (byte) Math.min(errors[title], found);
                }
            }
        }
    }

    /// How far the words of a query are from the nearest words of a name, added up.
    static int errors(String[] query, String[] name) {
        int sum = 0;
        for (int k = 0; k < query.length; k++) {
            int fewest = query[k].length();
            for (String word : name) {
                fewest = Math.min(fewest, distance(query[k], word, k == query.length - 1));
            }
            sum += fewest;
        }
        return sum;
    }

    /// The smallest number of errors that turn `typed` into `word`, or into a beginning of it if it is
    /// unfinished.
    public static int distance(String typed, String word, boolean unfinished) {
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
