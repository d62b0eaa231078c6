package io.osusume.model.layout;

import io.osusume.data.Facet;
import io.osusume.data.ItemFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Which words are more frequent in a group of items than chance would have it.
///
/// A word stands out if at least a fifth of the group's titles have it (of a decade, three in ten), one and a half
/// times as large
/// a share as of all titles, and the log-likelihood ratio of the two shares is at least [#LEAST_RATIO],
/// which chance reaches for one word in ten thousand. What a title is says more than when it came: a
/// decade stands behind genres and studios. Source: Dunning, Accurate methods for the statistics of
/// surprise (1993).
final class StandingOut {
    private static final List<Facet> FACETS = List.of(Facet.GENRE, Facet.STUDIO, Facet.ERA);
    private static final double LEAST_RATIO = 15.1;
    private static final double LEAST_SHARE = 0.2;
    private static final double LEAST_SHARE_OF_DECADE = 0.3;
    private static final double LEAST_LIFT = 1.5;

    private record Word(String text, boolean decade, double ratio) {}

    private final List<Set<String>> wordsOfItem = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> decades = new HashSet<>();
    private final int known;

    StandingOut(ItemFacts facts) {
        int titles = 0;
        for (int item = 0; item < facts.itemCount(); item++) {
            Set<String> words = new LinkedHashSet<>();
            facts.title(item).ifPresent(title -> FACETS.forEach(facet -> words.addAll(facet.words(title))));
            facts.title(item).ifPresent(title -> decades.addAll(Facet.ERA.words(title)));
            wordsOfItem.add(words);
            words.forEach(word -> counts.merge(word, 1, Integer::sum));
            titles += words.isEmpty() ? 0 : 1;
        }
        this.known = titles;
    }

    /// The words that stand out in a group, at most `n`, one decade among them: the clearest first, the decade last.
    List<String> words(List<Integer> group, int n) {
        Map<String, Integer> inside = new TreeMap<>();
        int size = 0;
        for (int item : group) {
            Set<String> words = wordsOfItem.get(item);
            words.forEach(word -> inside.merge(word, 1, Integer::sum));
            size += words.isEmpty() ? 0 : 1;
        }
        List<Word> found = new ArrayList<>();
        for (Map.Entry<String, Integer> entry : inside.entrySet()) {
            int all = counts.getOrDefault(entry.getKey(), 0);
            double share = (double) entry.getValue() / size;
            double ratio = ratio(entry.getValue(), size, all - entry.getValue(), known - size);
            boolean decade = decades.contains(entry.getKey());
            double least = decade ? LEAST_SHARE_OF_DECADE : LEAST_SHARE;
            if (share >= least && share >= LEAST_LIFT * all / known && ratio >= LEAST_RATIO) {
                found.add(new Word(entry.getKey(), decade, ratio));
            }
        }
        found.sort(Comparator.comparingDouble(Word::ratio).reversed());
        List<Word> named = found.stream().filter(word -> !word.decade()).toList();
        List<Word> aired = found.stream().filter(Word::decade).limit(1).toList();
        return Stream.concat(named.stream().limit(n - aired.size()), aired.stream())
                .map(Word::text)
                .toList();
    }

    /// Twice the log-likelihood ratio of `a` in `n` against `b` in `m`.
    private static double ratio(int a, int n, int b, int m) {
        double all = (double) (a + b) / (n + m);
        return 2 * (likelihood(a, n, (double) a / n) - likelihood(a, n, all))
                + 2 * (m == 0 ? 0 : likelihood(b, m, (double) b / m) - likelihood(b, m, all));
    }

    private static double likelihood(int hits, int n, double share) {
        return (hits == 0 ? 0 : hits * Math.log(share)) + (hits == n ? 0 : (n - hits) * Math.log(1 - share));
    }
}
