package io.osusume.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.AgeRating;
import io.osusume.data.TitleType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The titles of [TwoWorlds], by id.
class FilterTest {
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);

    private final FilterTable table = new FilterTable(Served.titles(TwoWorlds.items(), TwoWorlds.catalogue()), TODAY);

    /// The ids that pass, and each that does not has a rule against it.
    private List<Integer> passing(Filter filter) {
        IntPredicate passes = table.passing(filter)::get;
        for (int item = 0; item < 80; item++) {
            assertEquals(passes.test(item), table.against(item, filter).isEmpty(), "title " + (item + 1));
        }
        return IntStream.range(0, 80)
                .filter(passes)
                .map(item -> item + 1)
                .boxed()
                .toList();
    }

    private static List<Integer> ids(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }

    private static Filter filter(
            Set<TitleType> types, Set<String> genres, Set<String> withoutGenres, int fromYear, int toYear) {
        return new Filter(
                types,
                genres,
                withoutGenres,
                fromYear,
                toYear,
                0,
                0,
                0,
                Set.of(),
                0,
                Double.NaN,
                false,
                AgeRating.MILD_NUDITY);
    }

    private static Filter numbers(int minEpisodes, int maxEpisodes, int maxMinutes, int minMembers, double minScore) {
        return new Filter(
                Set.of(),
                Set.of(),
                Set.of(),
                0,
                0,
                minEpisodes,
                maxEpisodes,
                maxMinutes,
                Set.of(),
                minMembers,
                minScore,
                true,
                AgeRating.ADULT);
    }

    @Test
    void theUsualFilterKeepsOutAdultAndUnshownTitles() {
        assertEquals(ids(1, 77), passing(Filter.USUAL));
        assertEquals(List.of(FilterRule.AGE), table.against(79, Filter.USUAL));
        assertEquals(List.of(FilterRule.UNAIRED), table.against(78, Filter.USUAL));
        assertEquals(List.of(FilterRule.UNAIRED), table.against(77, Filter.USUAL));
    }

    @Test
    void eachRuleCanBeLifted() {
        assertEquals(ids(1, 79), passing(Filter.USUAL.without(FilterRule.UNAIRED)));
        assertTrue(passing(Filter.USUAL.withAdult()).contains(80));
        Filter narrow = filter(Set.of(TitleType.MOVIE), Set.of("Mecha"), Set.of(), 1950, 1960);
        assertEquals(List.of(10, 18, 19, 20), passing(narrow));
        assertEquals(List.of(8, 9, 10, 18, 19, 20, 28, 29, 30, 38, 39, 40), passing(narrow.without(FilterRule.YEAR)));
        assertEquals(ids(10, 20), passing(narrow.without(FilterRule.TYPE)));
        assertEquals(
                "a title without facts cannot be shown",
                assertThrows(IllegalArgumentException.class, () -> narrow.without(FilterRule.NO_FACTS))
                        .getMessage());
    }

    @Test
    void genresAreAskedForAndRuledOut() {
        assertEquals(ids(41, 77), passing(filter(Set.of(), Set.of("Romance"), Set.of(), 0, 0)));
        assertEquals(ids(1, 40), passing(filter(Set.of(), Set.of(), Set.of("Romance"), 0, 0)));
        assertEquals(List.of(), passing(filter(Set.of(), Set.of("Romance", "Mecha"), Set.of(), 0, 0)));
        assertEquals(List.of(), passing(filter(Set.of(), Set.of("Cooking"), Set.of(), 0, 0)));
    }

    @Test
    void numbersHaveBounds() {
        assertEquals(ids(5, 8), passing(numbers(5, 8, 0, 0, Double.NaN)));
        assertEquals(ids(1, 6), passing(numbers(0, 0, 120, 0, Double.NaN)));
        assertEquals(ids(70, 80), passing(numbers(0, 0, 0, 70_000, Double.NaN)));
        assertEquals(List.of(76, 77, 79, 80), passing(numbers(0, 0, 0, 0, 8.8)));
    }

    @Test
    void ofUnknownAgeClassIsOutOnlyBelowTheUsual() {
        Filter teens =
                new Filter(Set.of(), Set.of(), Set.of(), 0, 0, 0, 0, 0, Set.of(), 0, Double.NaN, true, AgeRating.TEENS);
        assertEquals(
                IntStream.rangeClosed(1, 76).filter(k -> k % 2 == 0).boxed().toList(), passing(teens));
        assertTrue(passing(Filter.USUAL.without(FilterRule.UNAIRED)).contains(78));
    }

    @Test
    void boundsThatCrossAreRefused() {
        assertEquals(
                "from must not be above to, were 2000 and 1990",
                assertThrows(IllegalArgumentException.class, () -> filter(Set.of(), Set.of(), Set.of(), 2000, 1990))
                        .getMessage());
        assertEquals(
                "min-score must be in [1, 10], was 11.0",
                assertThrows(IllegalArgumentException.class, () -> numbers(0, 0, 0, 0, 11))
                        .getMessage());
    }
}
