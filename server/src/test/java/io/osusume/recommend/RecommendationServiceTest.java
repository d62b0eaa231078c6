package io.osusume.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecommendationServiceTest {
    private final RecommendationService service = new RecommendationService(SmallModel.loaded());

    /// Bebop rated 10 (weight 1) and Steins;Gate rated 1 (weight 0): user 100 shares 1, user 200 shares 1 + 0.
    /// Trigun is with both of them: 2. Steins;Gate 0 only with user 200: 1. Naruto and FMA with user 300 only: 0.
    @Test
    void titlesComeByScoreThenByIndex() {
        Recommendations given = service.recommend(List.of(new RatedItem(1, 10), new RatedItem(9253, 1)), 10);

        assertEquals(List.of("Trigun", "Steins;Gate 0", "Naruto", "Fullmetal Alchemist: Brotherhood"), names(given));
        assertEquals(List.of(1, 2, 3, 4), given.cards().stream().map(Card::rank).toList());
        assertEquals(2f, given.cards().getFirst().score());
        assertEquals(2, given.matched());
    }

    @Test
    void noTitleOfTheListIsRecommended() {
        Recommendations given = service.recommend(List.of(new RatedItem(1, 0), new RatedItem(6, 0)), 10);

        assertEquals(
                List.of("Steins;Gate", "Naruto", "Fullmetal Alchemist: Brotherhood").stream()
                        .sorted()
                        .toList(),
                names(given).stream().sorted().toList());
    }

    @Test
    void unknownIdsAreReportedAndDoNotDisturb() {
        Recommendations with = service.recommend(List.of(new RatedItem(1, 9), new RatedItem(424242, 9)), 3);

        assertEquals(List.of(424242L), with.notMatched());
        assertEquals(1, with.matched());
        assertEquals(service.recommend(List.of(new RatedItem(1, 9)), 3).cards(), with.cards());
    }

    @Test
    void aTitleOnlyTheCatalogueKnowsIsNotRecommendedAndNotMatched() {
        assertEquals(
                List.of(999L),
                service.recommend(List.of(new RatedItem(1, 9), new RatedItem(999, 9)), 3)
                        .notMatched());
    }

    @Test
    void excludedTitlesMakeRoomForOthers() {
        Recommendations all = service.recommend(List.of(new RatedItem(1, 10)), 2);
        Recommendations without =
                service.recommend(Ask.of(List.of(new RatedItem(1, 10)), 2).withExcluded(Map.of(6L, Exclusion.PLANNED)));

        assertEquals(List.of("Trigun", "Steins;Gate"), names(all));
        assertEquals(List.of("Steins;Gate", "Naruto"), names(without));
    }

    @Test
    void adultTitlesComeOnlyWhenWished() {
        List<RatedItem> list = List.of(new RatedItem(1, 10));

        assertEquals(
                0,
                names(service.recommend(list, 10)).stream()
                        .filter("Yoru no Sample"::equals)
                        .count());
        assertEquals(
                1,
                names(service.recommend(Ask.of(list, 10).withFilter(Filter.USUAL.withAdult()))).stream()
                        .filter("Yoru no Sample"::equals)
                        .count());
    }

    @Test
    void theSameTitleTwiceCountsOnceWithItsLastRating() {
        assertEquals(
                service.recommend(List.of(new RatedItem(1, 2), new RatedItem(9253, 9)), 5),
                service.recommend(List.of(new RatedItem(1, 10), new RatedItem(9253, 9), new RatedItem(1, 2)), 5));
    }

    @Test
    void aListTheModelKnowsNothingOfIsRefused() {
        assertEquals(
                "the model knows none of the 2 titles of the list; add one it knows",
                assertThrows(
                                RecommendException.class,
                                () -> service.recommend(List.of(new RatedItem(5, 1), new RatedItem(7, 1)), 5))
                        .getMessage());
        assertEquals(
                "the list has no watched title; add at least one",
                assertThrows(RecommendException.class, () -> service.recommend(List.of(), 5))
                        .getMessage());
    }

    @Test
    void aModelThatCannotServeListsSaysSo() {
        RecommendationService fixed = new RecommendationService(SmallModel.loadedWithoutFoldIn());

        assertEquals(
                "model 'fixed' can only serve the users it was trained on; promote one that can serve a list, such as "
                        + "ease",
                assertThrows(RecommendException.class, () -> fixed.recommend(List.of(new RatedItem(1, 1)), 5))
                        .getMessage());
        assertEquals(
                "model 'fixed' does not know which titles are alike; promote one that does, such as ease",
                assertThrows(RecommendException.class, () -> fixed.similar(1, 5))
                        .getMessage());
    }

    @Test
    void aUserOfTheTrainingDataIsServedById() {
        RecommendationService fixed = new RecommendationService(SmallModel.loadedWithoutFoldIn());

        assertEquals(
                List.of("Steins;Gate 0", "Steins;Gate", "Fullmetal Alchemist: Brotherhood", "Naruto"),
                fixed.recommendForUser(100, 5).stream()
                        .map(ranked -> ranked.title().name())
                        .toList());
        assertEquals(
                "user 101 is not among the 3 users of the training data; give a list instead",
                assertThrows(RecommendException.class, () -> service.recommendForUser(101, 5))
                        .getMessage());
    }

    /// Steins;Gate is with users 200 and 300, as Steins;Gate 0 is: 2; all others come once.
    @Test
    void similarTitlesLeaveTheTitleItselfOut() {
        List<RankedTitle> similar = service.similar(9253, 3);

        assertEquals("Steins;Gate 0", similar.getFirst().title().name());
        assertEquals(2f, similar.getFirst().score());
        assertEquals(3, similar.size());
    }

    @Test
    void aTitleTheModelDoesNotKnowHasNoSimilarOnes() {
        assertEquals(
                "the model does not know \"Sousou no Frieren\" (id 999): nobody in its training data watched it",
                assertThrows(RecommendException.class, () -> service.similar(999, 5))
                        .getMessage());
        assertEquals(
                "the model does not know a title (id 4): nobody in its training data watched it",
                assertThrows(RecommendException.class, () -> service.similar(4, 5))
                        .getMessage());
    }

    @Test
    void anAskForNothingIsRefused() {
        assertEquals(
                "n must be at least 1, was 0",
                assertThrows(IllegalArgumentException.class, () -> Ask.of(List.of(), 0))
                        .getMessage());
    }

    private static List<String> names(Recommendations given) {
        return given.cards().stream().map(ranked -> ranked.title().name()).toList();
    }
}
