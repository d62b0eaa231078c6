package io.osusume.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.AgeRating;
import io.osusume.data.Facet;
import io.osusume.data.TitleType;
import io.osusume.model.audience.Leaning;
import io.osusume.registry.LoadedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a version tells beside recommendations, for lists of one of [TwoWorlds].
class SimilarFansTest {
    private static final RecommendationService SERVICE = new RecommendationService(TwoWorlds.insightful());
    private static final RecommendationService PLAIN = new RecommendationService(TwoWorlds.loaded());

    /// Mecha titles, all scored 9 but one.
    private static List<RatedItem> mecha(int count) {
        List<RatedItem> list = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            list.add(new RatedItem(id, id == 2 ? 5 : 9));
        }
        return list;
    }

    private static SimilarFans fans(List<RatedItem> list) {
        return SERVICE.similarFans(Ask.of(list, 10), 5).orElseThrow();
    }

    @Test
    void theFansFoundLoveTheSameWorld() {
        SimilarFans found = fans(mecha(8));
        assertEquals(300, found.among());
        assertEquals(50, found.asked());
        assertEquals(5, found.fans().size());
        for (SimilarFans.Fan fan : found.fans()) {
            assertEquals(15, fan.titles());
            assertTrue(fan.shared() >= 4, () -> "shares " + fan.shared() + " of 8");
            assertTrue(fan.alike() > 0 && fan.alike() <= 1, () -> "alike " + fan.alike());
            assertTrue(fan.loves().stream().allMatch(title -> title.itemId() > 8), "unseen titles only");
        }
        assertTrue(
                IntStream.range(1, 5)
                        .allMatch(k -> found.fans().get(k - 1).alike()
                                >= found.fans().get(k).alike()),
                "the most alike first");
    }

    @Test
    void whatTheyLoveIsUnseenAndStandsOut() {
        SimilarFans found = fans(mecha(8));
        assertFalse(found.loved().isEmpty());
        for (SimilarFans.Loved loved : found.loved()) {
            assertTrue(
                    loved.title().itemId() > 8 && loved.title().itemId() <= 40,
                    () -> loved.title().name());
            assertTrue(loved.fans() >= 3 && loved.fans() > 50 * loved.usualShare(), loved::toString);
        }
    }

    @Test
    void filtersHoldForWhatTheyLove() {
        Filter movies = new Filter(
                Set.of(TitleType.MOVIE),
                Set.of(),
                Set.of(),
                0,
                0,
                0,
                0,
                0,
                Set.of(),
                0,
                Double.NaN,
                false,
                AgeRating.MILD_NUDITY);
        SimilarFans found =
                SERVICE.similarFans(Ask.of(mecha(8), 10).withFilter(movies), 5).orElseThrow();
        assertTrue(found.loved().stream().allMatch(loved -> loved.title().type() == TitleType.MOVIE));
    }

    @Test
    void aVersionThatKeepsNoListsHasNobodyToShow() {
        assertEquals(Optional.empty(), PLAIN.similarFans(Ask.of(mecha(8), 10), 5));
    }

    @Test
    void whoScoresMechaHighAndRomanceLowIsExpectedToGoOnSo() {
        List<RatedItem> list = new ArrayList<>();
        for (int id = 1; id <= 12; id++) {
            list.add(new RatedItem(id, 10));
            list.add(new RatedItem(40 + id, 3));
        }
        double mecha = mean(list, 20);
        double romance = mean(list, 60);
        assertTrue(mecha > romance + .2, mecha + " and " + romance);
    }

    private static double mean(List<RatedItem> list, int from) {
        return IntStream.range(from, from + 10)
                .mapToObj(id -> SERVICE.expectedScore(list, id).orElseThrow())
                .peek(score -> assertTrue(score.points() >= 1 && score.points() <= 10, score::toString))
                .mapToDouble(ExpectedScore::points)
                .average()
                .orElseThrow();
    }

    @Test
    void cardsSayTheSameScoreAsTheTitle() {
        List<RatedItem> list = mecha(8);
        for (Card card : SERVICE.recommend(list, 5).cards()) {
            assertEquals(
                    SERVICE.expectedScore(list, card.title().itemId()),
                    card.expected(),
                    card.title().name());
        }
    }

    @Test
    void withoutScoresNoneIsExpected() {
        List<RatedItem> unscored = List.of(new RatedItem(1, 0), new RatedItem(2, 9), new RatedItem(3, 9));
        assertEquals(Optional.empty(), SERVICE.expectedScore(unscored, 20));
        assertEquals(Optional.empty(), PLAIN.expectedScore(mecha(8), 20));
        assertEquals(Optional.empty(), SERVICE.expectedScore(mecha(8), 4242));
        assertTrue(SERVICE.recommend(unscored, 5).cards().stream()
                .allMatch(card -> card.expected().isEmpty()));
    }

    @Test
    void fansOfMechaWatchMoreMecha() {
        Leaning first = SERVICE.audience(5).orElseThrow().leanings().stream()
                .filter(leaning -> leaning.facet() == Facet.GENRE)
                .findFirst()
                .orElseThrow();
        assertEquals("Mecha", first.word());
        assertTrue(first.lift() > 1.2, first::toString);
        assertEquals(Optional.empty(), PLAIN.audience(5));
        assertEquals(Optional.empty(), SERVICE.audience(4242));
    }

    @Test
    void insightsAreThoseOfTheVersion() {
        LoadedModel loaded = SERVICE.loaded();
        assertEquals(80, loaded.insights().map().orElseThrow().itemCount());
        assertEquals(300, loaded.insights().lists().orElseThrow().size());
    }
}
