package io.osusume.model.content;

import io.osusume.data.Facet;
import io.osusume.data.ItemFacts;
import io.osusume.data.Title;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Turns facts into sparse vectors: a column a value of a fact, the columns of one field of unit length within an
/// item and scaled by the root of the field's share of all weights, so that the inner product of two items is the
/// weighted mean of the cosines of their fields.
final class FactVectors {
    /// Knots of the era, in years: a title stands between two of them.
    private static final double ERA_YEARS = 4;

    private static final Pattern NOT_PLAIN = Pattern.compile("[^a-z0-9]+");
    private static final int SHORTEST_WORD = 3;

    /// Words that more than this share of the synopses have are left out: they say little and cost most.
    private static final double EVERYDAY = 0.15;

    private final ItemFacts facts;
    private final double allWeights;
    private final SparseRows.Builder rows;

    private FactVectors(ItemFacts facts, FieldWeights weights) {
        this.facts = facts;
        this.allWeights = weights.sum();
        this.rows = new SparseRows.Builder(facts.itemCount());
    }

    static SparseRows of(ItemFacts facts, FieldWeights weights) {
        FactVectors vectors = new FactVectors(facts, weights);
        vectors.addValues(weights.genres(), Facet.GENRE::words);
        vectors.addValues(weights.studios(), Facet.STUDIO::words);
        vectors.addFlat(weights.source(), Facet.SOURCE::words);
        vectors.addFlat(weights.type(), Facet.TYPE::words);
        vectors.addEra(weights.era());
        vectors.addFlat(weights.ageRating(), Facet.AGE_RATING::words);
        vectors.addValues(weights.name(), FactVectors::nameWords);
        vectors.addFranchises(weights.franchise());
        vectors.add(
                weights.words(),
                title -> title.synopsis() == null ? List.of() : words(title.synopsis()),
                (titles, having) -> having > titles * EVERYDAY ? 0 : rarity(titles, having));
        return vectors.rows.build();
    }

    private static Collection<String> nameWords(Title title) {
        return words(title.englishName() == null ? title.name() : title.name() + " " + title.englishName());
    }

    /// The distinct words of a text: small letters without accents, and digits.
    private static Set<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{ASCII}]", "")
                .toLowerCase(Locale.ROOT);
        Set<String> words = new LinkedHashSet<>();
        for (String word : NOT_PLAIN.split(plain, -1)) {
            if (word.length() >= SHORTEST_WORD) {
                words.add(word);
            }
        }
        return words;
    }

    /// A field whose values count the more the fewer titles have them: `log(titles / having)`. What one
    /// title alone has says nothing and is left out.
    private void addValues(double weight, Function<Title, Collection<String>> values) {
        add(weight, values, FactVectors::rarity);
    }

    private static double rarity(int titles, int having) {
        return having < 2 ? 0 : Math.log((double) titles / having);
    }

    /// A field whose values all count the same.
    private void addFlat(double weight, Function<Title, Collection<String>> values) {
        add(weight, values, (_, _) -> 1);
    }

    private interface Rarity {
        double of(int titles, int having);
    }

    private void add(double weight, Function<Title, Collection<String>> values, Rarity rarity) {
        if (weight == 0) {
            return;
        }
        List<Collection<String>> byItem = new ArrayList<>();
        Map<String, Integer> having = new HashMap<>();
        int titles = 0;
        for (int item = 0; item < facts.itemCount(); item++) {
            Collection<String> found = facts.title(item).map(values).orElse(List.of());
            byItem.add(found);
            found.forEach(value -> having.merge(value, 1, Integer::sum));
            titles += found.isEmpty() ? 0 : 1;
        }
        Map<String, Integer> columns = new HashMap<>();
        for (int item = 0; item < facts.itemCount(); item++) {
            List<Integer> fieldColumns = new ArrayList<>();
            List<Double> fieldValues = new ArrayList<>();
            for (String value : byItem.get(item)) {
                double size = rarity.of(titles, having.getOrDefault(value, 0));
                if (size > 0) {
                    fieldColumns.add(columns.computeIfAbsent(value, _ -> rows.newColumn()));
                    fieldValues.add(size);
                }
            }
            addScaled(item, fieldColumns, fieldValues, weight);
        }
    }

    private void addEra(double weight) {
        if (weight == 0) {
            return;
        }
        Map<Integer, Integer> columns = new HashMap<>();
        for (int item = 0; item < facts.itemCount(); item++) {
            double years = facts.title(item).map(Title::airedFromYears).orElse(Double.NaN);
            if (!Double.isNaN(years)) {
                int knot = (int) Math.floor(years / ERA_YEARS);
                double beyond = years / ERA_YEARS - knot;
                addScaled(
                        item,
                        List.of(
                                columns.computeIfAbsent(knot, _ -> rows.newColumn()),
                                columns.computeIfAbsent(knot + 1, _ -> rows.newColumn())),
                        List.of(1 - beyond, beyond),
                        weight);
            }
        }
    }

    private void addFranchises(double weight) {
        if (weight == 0) {
            return;
        }
        Map<Integer, Integer> columns = new HashMap<>();
        for (int item = 0; item < facts.itemCount(); item++) {
            int franchise = facts.franchises().of(item);
            if (facts.franchises().size(franchise) > 1) {
                addScaled(
                        item, List.of(columns.computeIfAbsent(franchise, _ -> rows.newColumn())), List.of(1.0), weight);
            }
        }
    }

    private void addScaled(int item, List<Integer> columns, List<Double> values, double weight) {
        double squares = 0;
        for (double value : values) {
            squares += value * value;
        }
        double factor = Math.sqrt(weight / allWeights / squares);
        for (int k = 0; k < columns.size(); k++) {
            rows.add(item, columns.get(k), (float) (values.get(k) * factor));
        }
    }
}
