package io.osusume.meaning;

import io.osusume.data.Title;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An index of the words that titles are described by: names, genres, studios, source and synopsis,
/// names and genres counting more than once. Immutable.
///
/// Score: BM25 with k1 = 1.2 and b = 0.6 (Robertson and Zaragoza 2009).
final class TextIndex {
    private static final double SATURATION = 1.2;
    private static final double LENGTH = 0.6;
    private static final int NAME_WEIGHT = 2;
    private static final int GENRE_WEIGHT = 2;

    private final Map<String, int[]> postings; // pairs of title and how often, by stem
    private final float[] lengths;
    private final double meanLength;

    TextIndex(List<Title> titles) {
        Map<String, Postings> growing = new HashMap<>();
        this.lengths = new float[titles.size()];
        double sum = 0;
        for (int k = 0; k < titles.size(); k++) {
            Map<String, Integer> counts = counts(titles.get(k));
            for (Map.Entry<String, Integer> count : counts.entrySet()) {
                growing.computeIfAbsent(count.getKey(), _ -> new Postings()).add(k, count.getValue());
                lengths[k] += count.getValue();
            }
            sum += lengths[k];
        }
        this.meanLength = titles.isEmpty() ? 1 : sum / titles.size();
        this.postings = new HashMap<>(2 * growing.size());
        growing.forEach((stem, found) -> postings.put(stem, found.whole()));
    }

    /// A list that grows.
    private static final class Postings {
        private int[] pairs = new int[4];
        private int size;

        void add(int title, int count) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * size);
            }
            pairs[size++] = title;
            pairs[size++] = count;
        }

        int[] whole() {
            return Arrays.copyOf(pairs, size);
        }
    }

    private static Map<String, Integer> counts(Title title) {
        Map<String, Integer> counts = new HashMap<>();
        add(title.name(), NAME_WEIGHT, counts);
        add(title.englishName(), NAME_WEIGHT, counts);
        add(String.join(" ", title.genres()), GENRE_WEIGHT, counts);
        add(String.join(" ", title.studios()), 1, counts);
        add(title.source(), 1, counts);
        add(title.synopsis(), 1, counts);
        return counts;
    }

    private static void add(@Nullable String text, int weight, Map<String, Integer> counts) {
        if (text != null) {
            Stems.of(text).forEach(stem -> counts.merge(stem, weight, Integer::sum));
        }
    }

    /// How many titles have a word, whatever its ending.
    int titlesWith(String word) {
        int most = 0;
        for (String stem : Stems.of(word)) {
            int[] found = postings.get(stem);
            most = Math.max(most, found == null ? 0 : found.length / 2);
        }
        return most;
    }

    /// Whether some title has a stem.
    boolean has(String stem) {
        return postings.containsKey(stem);
    }

    /// The score of every title, 0 for those with none of the words; owned by the caller.
    float[] scores(List<String> stems) {
        float[] scores = new float[lengths.length];
        for (String stem : stems) {
            int[] found = postings.getOrDefault(stem, new int[0]);
            double having = found.length / 2.0;
            double rarity = Math.log(1 + (lengths.length - having + 0.5) / (having + 0.5));
            for (int k = 0; k < found.length; k += 2) {
                double often = found[k + 1];
                double norm = SATURATION * (1 - LENGTH + LENGTH * lengths[found[k]] / meanLength);
                scores[found[k]] += (float) (rarity * often * (SATURATION + 1) / (often + norm));
            }
        }
        return scores;
    }
}
