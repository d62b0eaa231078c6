package io.osusume.meaning;

import io.osusume.data.Catalogue;
import io.osusume.data.Lazy;
import io.osusume.data.Title;
import io.osusume.registry.Meanings;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Finds titles by a description such as "girl pilots in space, bittersweet": by the words of names,
/// genres, studios and synopses, and by what the whole means. Safe for use by many threads.
///
/// Index, meanings and encoder are made or read when first needed. Of a version without meanings,
/// words alone count. The two scores, each brought to [0, 1] by the best of its kind, are added with
/// a weight that was chosen on the half of the queries that is for tuning (docs/search.md).
public final class MeaningSearch {
    /// How many of the best by one way can be found at all.
    private static final int DEPTH = 200;

    /// The last of the best still gets something.
    private static final double JUST_BELOW = 0.999;

    private static final double MEANING_WEIGHT = 0.3;

    /// What a title in ten million lists gets.
    private static final double KNOWN_WEIGHT = 0.44;

    private static final double MOST_MEMBERS_LOG = 7;

    private final List<Title> titles;
    private final Lazy<TextIndex> words;
    private final Lazy<Optional<Meanings>> meanings;
    private final Lazy<int[]> titleOfPassage;
    private final QueryEncoder encoder;

    /// What counts. The product uses all; the others are there to be measured beside it.
    public enum Ways {
        WORDS,
        MEANING,
        BOTH,
        ALL
    }

    /// @param meanings gives what titles mean when first asked, empty for versions that do not tell
    public MeaningSearch(Catalogue catalogue, Supplier<Optional<Meanings>> meanings, QueryEncoder encoder) {
        this.titles = catalogue.titles();
        this.words = new Lazy<>(() -> new TextIndex(titles));
        this.meanings = new Lazy<>(meanings);
        this.titleOfPassage = new Lazy<>(this::passages);
        this.encoder = encoder;
    }

    private int[] passages() {
        Map<Long, Integer> places = new HashMap<>();
        for (int k = 0; k < titles.size(); k++) {
            places.put(titles.get(k).itemId(), k);
        }
        Optional<Meanings> known = meanings.get();
        return IntStream.range(0, known.map(Meanings::count).orElse(0))
                .map(passage -> places.getOrDefault(known.orElseThrow().itemId(passage), -1))
                .toArray();
    }

    /// Builds the index of words now, not when it is first needed.
    public void prepare() {
        words.get();
    }

    /// Whether meanings count, and not words alone.
    public boolean knowsMeanings() {
        return meanings.get().isPresent();
    }

    /// In how many titles' descriptions a word stands, whatever its ending.
    public int titlesWith(String word) {
        return words.get().titlesWith(word);
    }

    /// The titles that fit a description best, at most `n`, the best first; none if no title has any
    /// of its words.
    ///
    /// @param allowed which titles may be found
    public List<MeaningHit> search(String description, int n, Predicate<Title> allowed) {
        return search(description, n, allowed, Ways.ALL);
    }

    /// The same by some of the ways.
    public List<MeaningHit> search(String description, int n, Predicate<Title> allowed, Ways ways) {
        List<String> stems = Stems.of(description);
        if (n < 1 || stems.stream().noneMatch(words.get()::has)) {
            return List.of();
        }
        float[] byWords = words.get().scores(stems);
        Optional<float[]> byMeaning = ways == Ways.WORDS ? Optional.empty() : likeness(description);
        double[] sums = new double[titles.size()];
        if (ways != Ways.MEANING || byMeaning.isEmpty()) {
            add(byWords, byMeaning.isPresent() ? 1 - MEANING_WEIGHT : 1, sums);
        }
        byMeaning.ifPresent(scores -> add(scores, MEANING_WEIGHT, sums));
        for (int k = 0; k < sums.length && ways == Ways.ALL; k++) {
            sums[k] += sums[k] > 0 ? known(titles.get(k)) : 0;
        }
        return IntStream.range(0, sums.length)
                .filter(k -> sums[k] > 0 && allowed.test(titles.get(k)))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -sums[k])
                        .thenComparingInt(k -> -titles.get(k).members()))
                .limit(n)
                .map(k -> new MeaningHit(titles.get(k), sums[k], byWords[k] > 0))
                .toList();
    }

    private static double known(Title title) {
        return KNOWN_WEIGHT * Math.log10(1.0 + title.members()) / MOST_MEMBERS_LOG;
    }

    /// Adds the best scores, brought to (0, weight].
    private static void add(float[] scores, double weight, double[] sums) {
        float[] sorted = scores.clone();
        Arrays.sort(sorted);
        float best = sorted.length == 0 ? 0 : sorted[sorted.length - 1];
        float last = sorted.length > DEPTH ? Math.max(0, sorted[sorted.length - DEPTH]) : 0;
        double floor = last * JUST_BELOW;
        for (int k = 0; k < scores.length && best > 0; k++) {
            if (scores[k] > 0 && scores[k] >= last) {
                sums[k] += weight * (scores[k] - floor) / (best - floor);
            }
        }
    }

    /// How like every title is to the description, 0 where that is not known.
    private Optional<float[]> likeness(String description) {
        return meanings.get()
                .flatMap(known -> encoder.encode(description, known.encoder()).map(vector -> {
                    float[] scores = new float[titles.size()];
                    int[] places = titleOfPassage.get();
                    float[] likeness = known.likeness(vector);
                    for (int passage = 0; passage < places.length; passage++) {
                        if (places[passage] >= 0) {
                            scores[places[passage]] = Math.max(scores[places[passage]], likeness[passage]);
                        }
                    }
                    return scores;
                }));
    }
}
