package io.osusume.taste;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.Facet;
import io.osusume.data.Season;
import io.osusume.data.Title;
import io.osusume.data.TitleType;
import io.osusume.model.taste.Habit;
import io.osusume.recommend.RatedItem;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TasteReaderTest {
    private static Title title(long itemId, String genre, double score, int members) {
        return new Title(
                itemId,
                "Title " + itemId,
                null,
                null,
                TitleType.TV,
                12,
                null,
                null,
                1995,
                Season.SPRING,
                List.of(genre),
                List.of("Studio " + itemId % 2),
                "Manga",
                24,
                AgeRating.TEENS,
                score,
                members,
                null);
    }

    /// Ten Mecha titles with 1,000 members each, ten Comedy titles with 9,000 each.
    private static Catalogue catalogue() {
        List<Title> titles = new ArrayList<>();
        for (long id = 1; id <= 20; id++) {
            titles.add(title(id, id <= 10 ? "Mecha" : "Comedy", id <= 10 ? 7 : 8, id <= 10 ? 1_000 : 9_000));
        }
        return new Catalogue(titles, List.of());
    }

    private static List<RatedItem> rated(long from, long to, int rating) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(id -> new RatedItem(id, rating))
                .toList();
    }

    private static FacetTaste facet(Taste taste, Facet facet) {
        return taste.facets().stream()
                .filter(each -> each.facet() == facet)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFavouriteIsWhatAListHasMoreOfThanAllListsTogether() {
        Taste taste = new TasteReader(catalogue()).read(rated(1, 10, 0));

        FacetTaste genres = facet(taste, Facet.GENRE);
        // a tenth of all entries are Mecha: (10 + d) / (.1 * 10 + d) with d = 2 + .02 * 10
        assertEquals(
                List.of(new Habit("Mecha", 10, .1, 12.2 / 3.2, 0)),
                genres.favourites().stream()
                        .map(habit -> new Habit(
                                habit.word(), habit.entries(), round(habit.usualShare()), habit.lift(), habit.liking()))
                        .toList());
        assertEquals(List.of(), genres.rarer(), "a word that does not stand on the list says nothing");
        assertEquals(10, taste.titles());
    }

    private static double round(double value) {
        return Math.round(value * 1e9) / 1e9;
    }

    @Test
    void whatAListHasLessOfIsRarer() {
        List<RatedItem> list = new ArrayList<>(rated(1, 10, 0));
        list.addAll(rated(11, 11, 0));

        FacetTaste genres = facet(new TasteReader(catalogue()).read(list), Facet.GENRE);

        assertEquals(List.of("Comedy"), genres.rarer().stream().map(Habit::word).toList());
        assertTrue(genres.rarer().getFirst().lift() < .7);
    }

    @Test
    void scoresAreHeldAgainstTheCommunityOfTheSameTitles() {
        List<RatedItem> list = new ArrayList<>(rated(1, 2, 9));
        list.addAll(rated(11, 12, 5));
        list.add(new RatedItem(13, 0));

        ScoreHabits scores = new TasteReader(catalogue()).read(list).scores().orElseThrow();

        assertEquals(4, scores.scored());
        assertEquals(7, scores.ownMean()); // (9 + 9 + 5 + 5) / 4
        assertEquals(7.5, scores.communityMean()); // (7 + 7 + 8 + 8) / 4
        assertEquals(List.of(0, 0, 0, 0, 2, 0, 0, 0, 2, 0), scores.own());
        assertEquals(List.of(0, 0, 0, 0, 0, 0, 2, 2, 0, 0), scores.community());
        assertEquals(OptionalDouble.empty(), scores.agreement(), "four titles are too few");
    }

    @Test
    void whoScoresAgainstTheCrowdHasANegativeCorrelation() {
        List<RatedItem> list = new ArrayList<>(rated(1, 5, 9));
        list.addAll(rated(11, 15, 5));

        ScoreHabits scores = new TasteReader(catalogue()).read(list).scores().orElseThrow();

        assertEquals(-1, scores.agreement().orElseThrow(), 1e-9);
    }

    @Test
    void contrarianPicksAreMeasuredFromTheFansOwnDistance() {
        List<RatedItem> list = new ArrayList<>(rated(1, 2, 9));
        list.addAll(rated(11, 12, 5));

        Taste taste = new TasteReader(catalogue()).read(list);

        // usual distance: 7 - 7.5 = -.5; of titles 1 and 2: 9 - 7 = 2, so 2.5 above it; of 11 and 12: 5 - 8, so -2.5
        assertEquals(
                List.of(1L, 2L),
                taste.above().stream().map(pick -> pick.title().itemId()).toList());
        assertEquals(2.5, taste.above().getFirst().difference());
        assertEquals(
                List.of(11L, 12L),
                taste.below().stream().map(pick -> pick.title().itemId()).toList());
        assertEquals(-2.5, taste.below().getFirst().difference());
        assertEquals(5, taste.below().getFirst().rating());
    }

    @Test
    void aListOfUnknownTitlesSaysNothing() {
        assertEquals(
                new Taste(0, List.of(), java.util.Optional.empty(), List.of(), List.of()),
                new TasteReader(catalogue()).read(rated(100, 110, 8)));
    }

    @Test
    void aCatalogueThatKnowsNoMembersCountsItsTitles() {
        List<Title> titles = new ArrayList<>();
        for (long id = 1; id <= 20; id++) {
            titles.add(title(id, id <= 5 ? "Mecha" : "Comedy", 7, 0));
        }

        Taste taste = new TasteReader(new Catalogue(titles, List.of())).read(rated(1, 5, 0));

        assertEquals(.25, facet(taste, Facet.GENRE).favourites().getFirst().usualShare(), 1e-9);
    }
}
