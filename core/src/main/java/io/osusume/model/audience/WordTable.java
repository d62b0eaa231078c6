package io.osusume.model.audience;

import io.osusume.data.Facet;
import io.osusume.data.ItemFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The words of every item by number, those of one facet side by side.
final class WordTable {
    private final List<Audiences.Word> words;
    private final int facetCount;
    private final int[] facetOfWord;
    private final int[][] wordsOfItem;

    private WordTable(List<Audiences.Word> words, int facetCount, int[] facetOfWord, int[][] wordsOfItem) {
        this.words = words;
        this.facetCount = facetCount;
        this.facetOfWord = facetOfWord;
        this.wordsOfItem = wordsOfItem;
    }

    static WordTable of(ItemFacts facts, List<Facet> facets) {
        Map<Audiences.Word, Integer> numbers = new HashMap<>();
        List<Audiences.Word> words = new ArrayList<>();
        List<Integer> facetOfWord = new ArrayList<>();
        for (Facet facet : facets) {
            TreeSet<String> found = new TreeSet<>();
            for (int item = 0; item < facts.itemCount(); item++) {
                facts.title(item).ifPresent(title -> found.addAll(facet.words(title)));
            }
            for (String text : found) {
                Audiences.Word word = new Audiences.Word(facet, text);
                numbers.put(word, words.size());
                words.add(word);
                facetOfWord.add(facets.indexOf(facet));
            }
        }
        int[][] wordsOfItem = new int[facts.itemCount()][];
        for (int item = 0; item < wordsOfItem.length; item++) {
            wordsOfItem[item] = facts.title(item)
                    .map(title -> facets.stream()
                            .flatMap(facet -> facet.words(title).stream().map(text -> new Audiences.Word(facet, text)))
                            .mapToInt(numbers::get)
                            .distinct()
                            .sorted()
                            .toArray())
                    .orElse(new int[0]);
        }
        return new WordTable(
                List.copyOf(words),
                facets.size(),
                facetOfWord.stream().mapToInt(Integer::intValue).toArray(),
                wordsOfItem);
    }

    /// The words by number.
    List<Audiences.Word> words() {
        return words;
    }

    int facetCount() {
        return facetCount;
    }

    /// The place of a word's facet among the facets.
    int facetOf(int word) {
        return facetOfWord[word];
    }

    /// The numbers of an item's words, ascending; not to be written to.
    int[] ofItem(int item) {
        return wordsOfItem[item];
    }
}
