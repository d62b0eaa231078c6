package io.osusume.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.AgeRating;
import io.osusume.data.TitleType;
import io.osusume.franchise.EntryPoint;
import io.osusume.model.hybrid.HybridRecommender;
import io.osusume.model.rerank.FranchiseRule;
import io.osusume.recommend.WhyNot.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A hybrid of [TwoWorlds] and all a fan can ask of it.
class AskTest {
    private static final RecommendationService SERVICE = new RecommendationService(TwoWorlds.loaded());

    /// Six Mecha titles, the first two loved, the last one not.
    private static final List<RatedItem> MECHA = List.of(
            new RatedItem(1, 10),
            new RatedItem(2, 10),
            new RatedItem(3, 0),
            new RatedItem(4, 8),
            new RatedItem(5, 7),
            new RatedItem(6, 2));

    private static List<Long> ids(Recommendations given) {
        return given.cards().stream().map(card -> card.title().itemId()).toList();
    }

    @Test
    void aListOfOneWorldGetsThatWorld() {
        List<Long> ids = ids(SERVICE.recommend(MECHA, 20));
        assertEquals(20, ids.size());
        assertTrue(ids.stream().filter(id -> id <= 40).count() >= 18, ids::toString);
    }

    @Test
    void everyFilterRefillsWhileAnyRemain() {
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
        // of the 24 movies 78 and 79 have not been shown and 80 is for adults only
        assertEquals(
                20, ids(SERVICE.recommend(Ask.of(MECHA, 20).withFilter(movies))).size());
        Recommendations all = SERVICE.recommend(Ask.of(MECHA, 40).withFilter(movies));
        assertEquals(21, all.cards().size());
        assertFalse(all.more());
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        List<Long> pages = new ArrayList<>();
        for (int page = 0; page < 4; page++) {
            Recommendations given = SERVICE.recommend(Ask.of(MECHA, 1).page(10 * page, 10));
            assertEquals(10 * page + 1, given.cards().getFirst().rank());
            assertTrue(given.more());
            pages.addAll(ids(given));
        }
        assertEquals(ids(SERVICE.recommend(MECHA, 40)), pages);
    }

    @Test
    void oneCardAFranchise() {
        long both = ids(SERVICE.recommend(MECHA, 70)).stream()
                .filter(id -> id == 10 || id == 11)
                .count();
        assertEquals(1, both);
        assertTrue(ids(SERVICE.recommend(MECHA, 70)).contains(10L), "the first part is where to start");
        List<RatedItem> seenFirst = List.of(new RatedItem(10, 9), new RatedItem(12, 9));
        Card next = SERVICE.recommend(seenFirst, 70).cards().stream()
                .filter(card -> card.title().itemId() == 11)
                .findFirst()
                .orElseThrow();
        assertEquals(
                new Card.InFranchise(2, 1, EntryPoint.Kind.NEXT, Optional.of("Season 2")),
                next.franchise().orElseThrow());
        long parts = ids(SERVICE.recommend(Ask.of(MECHA, 70).withFranchises(FranchiseRule.EVERY_PART))).stream()
                .filter(id -> id == 10 || id == 11)
                .count();
        assertEquals(2, parts);
        List<RatedItem> seenSaga = List.of(new RatedItem(10, 9), new RatedItem(12, 9));
        assertFalse(ids(SERVICE.recommend(Ask.of(seenSaga, 70).withFranchises(FranchiseRule.NEW_FRANCHISES)))
                .contains(11L));
    }

    @Test
    void theSharesOfAReasonSumToTheScoreOfItsCard() {
        Ask ask = new Ask(
                MECHA,
                Map.of(20L, Exclusion.NOT_INTERESTED, 21L, Exclusion.SAVED),
                Filter.USUAL,
                FranchiseRule.ONE_PART,
                -0.5,
                0,
                0,
                15,
                15);
        for (Card card : SERVICE.recommend(ask).cards()) {
            Reasons reasons = card.reasons().orElseThrow();
            assertEquals(card.score(), reasons.score(), 1e-4, card.title().name());
            assertTrue(reasons.wishes().stream().anyMatch(wish -> wish.what().equals("you asked for hidden gems")));
        }
    }

    @Test
    void onlyAsManyCardsAsAskedForHaveReasons() {
        List<Card> cards = SERVICE.recommend(Ask.of(MECHA, 12).withReasons(5)).cards();
        for (Card card : cards) {
            assertEquals(card.rank() <= 5, card.reasons().isPresent());
        }
    }

    @Test
    void aTitleTurnedDownGoesAndLowersWhatIsLikeIt() {
        Ask ask = Ask.of(MECHA, 60).withFranchises(FranchiseRule.EVERY_PART).withReasons(60);
        List<Card> before = SERVICE.recommend(ask).cards();
        long first = before.getFirst().title().itemId();
        Ask after = ask.withExcluded(Map.of(first, Exclusion.NOT_INTERESTED));
        int lowered = 0;
        for (Card card : SERVICE.recommend(after).cards()) {
            float was = before.stream()
                    .filter(each -> each.title().equals(card.title()))
                    .map(Card::score)
                    .findFirst()
                    .orElse(Float.NaN);
            assertFalse(card.title().itemId() == first);
            double told = card.reasons().orElseThrow().wishes().stream()
                    .mapToDouble(Reasons.WishShare::share)
                    .sum();
            if (!Float.isNaN(was)) {
                assertEquals(was + told, card.score(), 1e-4, card.title().name());
                lowered += told < 0 ? 1 : 0;
            }
        }
        assertTrue(lowered > 5, "lowered " + lowered);
    }

    @Test
    void whyNotSaysWhereATitleStands() {
        Ask ask = Ask.of(MECHA, 10);
        assertEquals(Place.WATCHED, SERVICE.whyNot(ask, 1).place());
        assertEquals(
                Place.PLANNED,
                SERVICE.whyNot(ask.withExcluded(Map.of(12L, Exclusion.PLANNED)), 12)
                        .place());
        WhyNot adult = SERVICE.whyNot(ask, 80);
        assertEquals(Place.FILTERED, adult.place());
        assertEquals(List.of(FilterRule.AGE), adult.removedBy());
        assertEquals(Optional.of(FilterRule.AGE), adult.lifts().getFirst().rule());
        WhyNot ranked = SERVICE.whyNot(ask.withFranchises(FranchiseRule.EVERY_PART), 70);
        assertEquals(Place.RANKED, ranked.place());
        assertTrue(ranked.rank().getAsInt() > 20, ranked.rank()::toString);
        assertEquals(71, ranked.of());
    }

    @Test
    void theRankOfWhyNotIsThatOfTheList() {
        Ask ask = Ask.of(MECHA, 60).withFranchises(FranchiseRule.EVERY_PART);
        for (Card card : SERVICE.recommend(ask).cards()) {
            assertEquals(
                    OptionalInt.of(card.rank()),
                    SERVICE.whyNot(ask, card.title().itemId()).rank());
        }
    }

    @Test
    void whatWouldBringATitleUpDoes() {
        Ask ask = Ask.of(MECHA, 60).withFranchises(FranchiseRule.EVERY_PART);
        WhyNot ranked = SERVICE.whyNot(ask, 70);
        assertFalse(ranked.lifts().isEmpty());
        WhyNot.Lift lift = ranked.lifts().getFirst();
        assertTrue(lift.rank() < ranked.rank().getAsInt());
        List<RatedItem> more = new ArrayList<>(MECHA);
        more.add(new RatedItem(lift.title().orElseThrow().itemId(), 10));
        assertEquals(
                OptionalInt.of(lift.rank()),
                SERVICE.whyNot(ask.withWatched(more), 70).rank());
    }

    @Test
    void aThinListIsSaidToBeThin() {
        assertEquals(
                new Confidence(Confidence.Level.THIN, "add 3 more titles you liked, at best not from one franchise"),
                SERVICE.recommend(MECHA.subList(0, 2), 5).confidence());
        assertEquals(
                Confidence.Level.FAIR, SERVICE.recommend(MECHA, 5).confidence().level());
    }

    @Test
    void everyFeatureOfTheRankerBelongsToATrait() {
        HybridRecommender model = (HybridRecommender) SERVICE.loaded().model();
        for (String feature : model.ranker().features()) {
            assertTrue(Trait.of(feature).isPresent(), feature);
        }
    }
}
