package io.osusume.model.original;

import io.osusume.data.ItemFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `getFavGenre`: how often each genre stands among the preferences, which a word cloud then showed.
///
/// As it was: the counts of a fan and of everybody else look alike, since Comedy and Action are what
/// most titles are.
public final class OriginalGenres {
    private OriginalGenres() {}

    /// The genres of some items and in how many each stands, the most frequent first, ties as met.
    public static Map<String, Integer> counts(int[] preferences, ItemFacts facts) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int item : preferences) {
            facts.title(item).ifPresent(title -> title.genres().forEach(genre -> counts.merge(genre, 1, Integer::sum)));
        }
        List<Map.Entry<String, Integer>> sorted = new ArrayList<>(counts.entrySet());
        sorted.sort(Map.Entry.<String, Integer>comparingByValue().reversed()); // stable
        Map<String, Integer> ordered = new LinkedHashMap<>();
        sorted.forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }
}
