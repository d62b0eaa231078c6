package io.osusume.web;

import io.osusume.data.AgeRating;
import io.osusume.data.NameLanguage;
import io.osusume.data.TitleType;
import io.osusume.model.rerank.FranchiseRule;
import io.osusume.recommend.RecommendationService;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The words an address may use: those of the catalogue (genres, sources) and the fixed ones (types, age classes, ...).
/// Upper and lower case are the same.
///
/// @param genres as the catalogue writes them
/// @param sources as the catalogue writes them
record ControlWords(Collection<String> genres, Collection<String> sources) {
    /// The types a fan can choose.
    static final List<TitleType> TYPES = Arrays.stream(TitleType.values())
            .filter(type -> type != TitleType.UNKNOWN)
            .toList();

    /// The age classes a fan can choose, the youngest first.
    static final List<AgeRating> AGES = Arrays.stream(AgeRating.values())
            .filter(age -> age != AgeRating.UNKNOWN)
            .toList();

    ControlWords {
        genres = List.copyOf(genres);
        sources = List.copyOf(sources);
    }

    static ControlWords of(RecommendationService service) {
        return new ControlWords(service.genres(), service.sources());
    }

    static String word(TitleType type) {
        return type.label().toLowerCase(Locale.ROOT);
    }

    static String word(AgeRating age) {
        return age.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Optional<String> genre(String text) {
        return one(genres, Function.identity(), text);
    }

    Optional<String> source(String text) {
        return one(sources, Function.identity(), text);
    }

    static Optional<TitleType> type(String text) {
        return one(TYPES, ControlWords::word, text);
    }

    static Optional<AgeRating> age(String text) {
        return one(AGES, ControlWords::word, text);
    }

    static Optional<FranchiseRule> franchises(String text) {
        return one(List.of(FranchiseRule.values()), FranchiseRule::word, text);
    }

    static Optional<NameLanguage> names(String text) {
        return one(List.of(NameLanguage.values()), NameLanguage::word, text);
    }

    /// All words of a kind, for a message.
    static <T> String listed(Collection<T> all, Function<T, String> word) {
        return String.join(", ", all.stream().map(word).toList());
    }

    private static <T> Optional<T> one(Collection<T> all, Function<T, String> word, String text) {
        return all.stream()
                .filter(each -> word.apply(each).equalsIgnoreCase(text))
                .findFirst();
    }
}
