package io.osusume.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// An index over one form of many names: which are equal to a text, begin like it, have words that begin
/// like its words, or contain it. Immutable.
///
/// Names are numbers in the order they came. Spaces do not count where whole names are compared.
final class NameIndex {
    private static final int SHORT = 2;

    private final int nameCount;
    private final String[] compact;
    private final int[] nameOfCompact;
    private final String[] words;
    private final int[][] namesOfWord;
    private final long[] letters;
    private final String[] compactByName;

    /// @param names the form of each name, words parted by single spaces; an empty one is never found
    NameIndex(String[] names) {
        this.nameCount = names.length;
        this.compactByName = Arrays.stream(names).map(NameFolding::compact).toArray(String[]::new);
        this.letters =
                Arrays.stream(compactByName).mapToLong(NameFolding::letters).toArray();
        this.nameOfCompact = IntStream.range(0, names.length)
                .filter(name -> !compactByName[name].isEmpty())
                .boxed()
                .sorted((a, b) -> compactByName[a].compareTo(compactByName[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.compact = Arrays.stream(nameOfCompact)
                .mapToObj(name -> compactByName[name])
                .toArray(String[]::new);
        Map<String, List<Integer>> byWord = new HashMap<>();
        for (int name = 0; name < names.length; name++) {
            int begin = 0;
            while (begin < names[name].length()) {
                int space = names[name].indexOf(' ', begin);
                int end = space < 0 ? names[name].length() : space;
                byWord.computeIfAbsent(names[name].substring(begin, end), _ -> new ArrayList<>(2))
                        .add(name);
                begin = end + 1;
            }
        }
        this.words = byWord.keySet().toArray(String[]::new);
        Arrays.sort(words);
        this.namesOfWord = new int[words.length][];
        for (int word = 0; word < words.length; word++) {
            namesOfWord[word] = byWord.getOrDefault(words[word], List.of()).stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }

    /// All words of all names, ascending.
    String[] words() {
        return words.clone();
    }

    /// The names that have the word at a place of [#words()].
    int[] namesOfWord(int word) {
        return namesOfWord[word].clone();
    }

    /// The names that are the text.
    BitSet equal(String text) {
        String wanted = NameFolding.compact(text);
        BitSet found = new BitSet(nameCount);
        for (int k = firstFrom(compact, wanted); k < compact.length && compact[k].equals(wanted); k++) {
            found.set(nameOfCompact[k]);
        }
        return found;
    }

    /// The names that begin like the text, and those that have for each word of it one that begins like
    /// it. A number is a word only as a whole, unless it comes first.
    BitSet begins(String text) {
        String[] wanted = text.split(" ", -1);
        BitSet found = withWord(wanted, 0);
        for (int k = 1; k < wanted.length && !found.isEmpty(); k++) {
            found.and(withWord(wanted, k));
        }
        String squeezed = NameFolding.compact(text);
        for (int k = firstFrom(compact, squeezed); k < compact.length && compact[k].startsWith(squeezed); k++) {
            found.set(nameOfCompact[k]);
        }
        return found;
    }

    /// The names with a word that begins like one of a query, as [#begins] says.
    BitSet withWord(String[] query, int place) {
        String begin = query[place];
        boolean number = place > 0 && begin.chars().allMatch(Character::isDigit);
        boolean whole = number || (begin.length() <= SHORT && place < query.length - 1);
        BitSet found = new BitSet(nameCount);
        for (int k = firstFrom(words, begin); k < words.length && words[k].startsWith(begin); k++) {
            if (!whole || words[k].length() == begin.length()) {
                for (int name : namesOfWord[k]) {
                    found.set(name);
                }
            }
        }
        return found;
    }

    /// The names that have the text somewhere in them.
    BitSet contains(String text) {
        String wanted = NameFolding.compact(text);
        long wantedLetters = NameFolding.letters(wanted);
        BitSet found = new BitSet(nameCount);
        for (int name = 0; name < nameCount; name++) {
            if ((wantedLetters & ~letters[name]) == 0 && compactByName[name].contains(wanted)) {
                found.set(name);
            }
        }
        return found;
    }

    private static int firstFrom(String[] sorted, String wanted) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle].compareTo(wanted) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
