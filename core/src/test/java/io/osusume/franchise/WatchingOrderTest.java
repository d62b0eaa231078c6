package io.osusume.franchise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.osusume.data.Catalogue;
import io.osusume.data.Franchises;
import io.osusume.data.IdIndex;
import io.osusume.data.ItemFacts;
import io.osusume.data.Relation;
import io.osusume.data.Tensor;
import io.osusume.data.TitleType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Each rule by which names, dates and synopses are read, and that relations come first.
class WatchingOrderTest {
    private static final String TARO = "The young Taro meets Hanako and old Jirou in the city.";
    private static final String LATER = "Now Taro looks for Hanako, whom Jirou has hidden.";
    private static final String OTHERS = "Far away the pilot Ken fights beside Yuri and Marco.";

    private static void assertStep(WatchingOrder order, int item, Part part, int prequel) {
        assertEquals(part + " after " + prequel, order.part(item) + " after " + order.prequel(item), "item " + item);
    }

    @Test
    void aLoneTitleIsTheStartOfItsStory() {
        WatchingOrder order = new Shelf().film("Kimi no Uta", "2016-08").order();

        assertStep(order, 0, Part.MAIN, -1);
        assertEquals(Optional.empty(), order.label(0));
    }

    @Test
    void seriesWhoseNamesGoOnAreStepsInTheOrderTheyWereShown() {
        WatchingOrder order = new Shelf()
                .series("Kemono no Uta: Saigo no Yoru", "2003-01")
                .series("Kemono no Uta", "2001-01")
                .series("Kemono no Uta II", "2002-01")
                .order();

        assertStep(order, 1, Part.MAIN, -1);
        assertStep(order, 2, Part.MAIN, 1);
        assertStep(order, 0, Part.MAIN, 2);
        assertArrayEquals(new int[] {1, 2, 0}, order.inOrder(0));
        assertEquals(Optional.of("Season 2"), order.label(2));
        assertEquals(Optional.empty(), order.label(0));
    }

    @Test
    void extrasHangOnTheLastStepBeforeThemAndStandBehindIt() {
        WatchingOrder order = new Shelf()
                .series("Kemono no Uta", "2001-01")
                .series("Kemono no Uta 2nd Season", "2002-01")
                .extra("Kemono no Uta OVA", TitleType.OVA, "2001-09")
                .extra("Kemono no Uta Picture Drama", TitleType.SPECIAL, "2002-09")
                .order();

        assertStep(order, 2, Part.SIDE, 0);
        assertStep(order, 3, Part.SIDE, 1);
        assertArrayEquals(new int[] {0, 2, 1, 3}, order.inOrder(0));
        assertEquals(2, order.place(1));
        assertEquals(Optional.of("OVA"), order.label(2));
    }

    @Test
    void aRecapSaysSoInItsNameOrItsSynopsis() {
        WatchingOrder order = new Shelf()
                .series("Kemono no Uta", "2001-01")
                .extra("Kemono no Uta Soushuuhen", TitleType.SPECIAL, "2001-09")
                .film("Kemono no Uta: Hajimari", "2001-10", 500, "A compilation of the first twelve episodes.")
                .order();

        assertStep(order, 1, Part.RECAP, 0);
        assertStep(order, 2, Part.RECAP, 0);
    }

    @Test
    void numberedFilmsThatFollowFastAfterASeriesAreCutFromIt() {
        WatchingOrder order = new Shelf()
                .series("Kemono no Uta", "2001-01")
                .film("Kemono no Uta Movie 1: Hajimari", "2002-06")
                .film("Kemono no Uta Movie 2: Owari", "2002-09")
                .film("Kemono no Uta Movie 3: Shin", "2004-09")
                .order();

        assertStep(order, 1, Part.RECAP, 0);
        assertStep(order, 2, Part.RECAP, 0);
        assertStep(order, 3, Part.SIDE, 0);
    }

    @Test
    void threeNumberedFilmsWithANameOfTheirOwnAreALineOfSteps() {
        WatchingOrder order = new Shelf()
                .film("Sora no Kyoukai 1: Fukan", "2007-12")
                .film("Sora no Kyoukai 2: Satsujin", "2007-12")
                .film("Sora no Kyoukai 3: Tsuukaku", "2008-02")
                .order();

        assertStep(order, 0, Part.MAIN, -1);
        assertStep(order, 1, Part.MAIN, 0);
        assertStep(order, 2, Part.MAIN, 1);
        assertEquals(Optional.of("Movie"), order.label(2));
    }

    @Test
    void theBareOldNameAfterFiveYearsIsANewTelling() {
        WatchingOrder order = new Shelf()
                .series("Kemono no Uta", "1999-01")
                .series("Kemono no Uta (2011)", "2011-01")
                .series("Kemono no Uta (2013)", "2013-01")
                .order();

        assertStep(order, 1, Part.MAIN, -1);
        assertStep(order, 2, Part.MAIN, 1);
        assertEquals(1, order.line(1));
    }

    @Test
    void aSeriesThatFarMoreHaveSeenThanTheFirstDidNotNeedIt() {
        WatchingOrder order = new Shelf()
                .series("Kemono no Uta", "2003-01", 1000, "Manga", TARO)
                .series("Kemono no Uta: Brotherhood", "2009-01", 1400, "Manga", LATER)
                .series("Kemono no Uta: Finale", "2012-01", 1399, "Manga", LATER)
                .order();

        assertStep(order, 1, Part.MAIN, -1);
        assertStep(order, 2, Part.MAIN, 1);
    }

    @Test
    void anOriginalThatOnlySharesTheNameTellsOfOthers() {
        WatchingOrder others = new Shelf()
                .series("Kidou Senshi", "1979-01", 1000, "Original", TARO)
                .series("Kidou Senshi Wing", "1995-01", 1000, "Original", OTHERS)
                .order();
        WatchingOrder same = new Shelf()
                .series("Kidou Senshi", "1979-01", 1000, "Original", TARO)
                .series("Kidou Senshi Zeta", "1985-01", 1000, "Original", LATER)
                .order();

        assertStep(others, 1, Part.MAIN, -1);
        assertStep(same, 1, Part.MAIN, 0);
    }

    @Test
    void shortSeriesAndGaidenAreBesideTheStory() {
        WatchingOrder order = new Shelf()
                .series("Kemono no Uta", "2001-01")
                .series("Kemono no Uta Gaiden: Kaze", "2002-01")
                .extra("Kemono no Uta: Petit", TitleType.TV, "2002-02", 3.5, null)
                .series("Kemono no Uta 2", "2003-01")
                .order();

        assertStep(order, 1, Part.SIDE, 0);
        assertStep(order, 2, Part.SIDE, 0);
        assertStep(order, 3, Part.MAIN, 0);
    }

    @Test
    void aNumberedFilmOfARunningSeriesIsBesideItAndOneSeenByFarMoreStandsAlone() {
        WatchingOrder order = new Shelf()
                .series("Kemono no Uta", "2001-01")
                .film("Kemono no Uta Movie 1: Umi", "2001-02")
                .film("Kemono no Uta: Shiro no Himitsu", "2001-02", 1400, "")
                .order();

        assertStep(order, 1, Part.SIDE, 0);
        assertEquals(Optional.of("Movie 1"), order.label(1));
        assertStep(order, 2, Part.MAIN, -1);
    }

    @Test
    void musicAndTrailersArePromotion() {
        WatchingOrder order = new Shelf()
                .series("Kemono no Uta", "2001-01")
                .extra("Kemono no Uta Song", TitleType.MUSIC, "2001-02", 4, null)
                .extra("Kemono no Uta PV", TitleType.SPECIAL, "2000-12", 5, null)
                .order();

        assertStep(order, 1, Part.PROMOTION, 0);
        assertStep(order, 2, Part.PROMOTION, 0);
    }

    @Test
    void relationsOverruleNames() {
        WatchingOrder order = new Shelf()
                .series("Kemono no Uta", "2001-01")
                .series("Kemono no Uta 2", "2002-01")
                .series("Kaze", "2003-01")
                .extra("Kemono no Uta Special", TitleType.SPECIAL, "2002-06")
                .relation(0, Relation.Kind.ALTERNATIVE, 1)
                .relation(1, Relation.Kind.SEQUEL, 2)
                .relation(1, Relation.Kind.SUMMARY, 3)
                .order();

        assertStep(order, 1, Part.MAIN, -1);
        assertStep(order, 2, Part.MAIN, 1);
        assertStep(order, 3, Part.RECAP, 1);
    }

    @Test
    void aSpinOffWithASequelIsALineOfItsOwnAndOneWithoutIsASideStory() {
        WatchingOrder order = new Shelf()
                .series("Kemono", "2001-01")
                .series("Kaze", "2002-01")
                .series("Kaze S", "2003-01")
                .series("Hikari", "2004-01")
                .relation(0, Relation.Kind.SPIN_OFF, 1)
                .relation(1, Relation.Kind.SEQUEL, 2)
                .relation(0, Relation.Kind.SPIN_OFF, 3)
                .order();

        assertStep(order, 1, Part.MAIN, -1);
        assertStep(order, 2, Part.MAIN, 1);
        assertStep(order, 3, Part.SIDE, 0);
    }

    @Test
    void aStoryMadeLaterThatPlaysEarlierIsWatchedLater() {
        // Kizu I and II, made 2016, come before Bake, made 2009, in the story.
        WatchingOrder order = new Shelf()
                .series("Bake", "2009-07")
                .film("Kizu I", "2016-01")
                .film("Kizu II", "2016-08")
                .relation(1, Relation.Kind.SEQUEL, 2)
                .relation(2, Relation.Kind.SEQUEL, 0)
                .order();

        assertStep(order, 0, Part.MAIN, -1);
        assertStep(order, 1, Part.MAIN, 0);
        assertStep(order, 2, Part.MAIN, 1);
    }

    @Test
    void aTitleThatIsNoItemStillLinksThoseThatAre() {
        WatchingOrder order = new Shelf()
                .series("Kemono", "2001-01")
                .series("Kaze", "2002-01")
                .series("Hikari", "2003-01")
                .relation(0, Relation.Kind.SEQUEL, 1)
                .relation(1, Relation.Kind.SEQUEL, 2)
                .order(0, 2);

        assertStep(order, 1, Part.MAIN, 0);
    }

    @Test
    void relationsThatGoInACircleAreCut() {
        WatchingOrder order = new Shelf()
                .series("Kemono", "2001-01")
                .series("Kaze", "2001-01")
                .relation(0, Relation.Kind.SEQUEL, 1)
                .relation(1, Relation.Kind.SEQUEL, 0)
                .order();

        assertEquals(
                1,
                List.of(0, 1).stream().filter(item -> order.prequel(item) < 0).count());
        assertEquals(2, order.inOrder(0).length);
    }

    @Test
    void anIndexOfAnotherSizeIsRefused() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> WatchingOrder.of(ItemFacts.unknown(2), new Catalogue(List.of(), List.of()), IdIndex.of(1)));

        assertEquals("the index is of 1 items, the facts about 2", refused.getMessage());
    }

    @Test
    void itemsOfWhichNothingIsKnownAreEachAStory() {
        WatchingOrder order =
                WatchingOrder.of(ItemFacts.unknown(2), new Catalogue(List.of(), List.of()), IdIndex.of(1, 2));

        assertStep(order, 1, Part.MAIN, -1);
        assertArrayEquals(new int[] {1}, order.inOrder(1));
    }

    @Test
    void aStoredOrderThatDoesNotFitIsRefused() {
        WatchingOrder order = new Shelf()
                .series("Kemono no Uta", "2001-01")
                .series("Kemono no Uta II", "2002-01")
                .order();
        ItemFacts facts = ItemFacts.unknown(2).withFranchises(Franchises.grouped(new int[2], new double[2]));

        assertEquals(1, WatchingOrder.from(order.state(), facts).place(1));
        assertEquals(
                "2 items are before themselves",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> WatchingOrder.from(
                                        order.state().with("prequels", Tensor.of(new int[] {1, 0}, 2)), facts))
                        .getMessage());
        assertEquals(
                "the prequel of item 1 is of another franchise",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> WatchingOrder.from(order.state(), ItemFacts.unknown(2)))
                        .getMessage());
        assertEquals(
                "a prequel, part or label does not exist",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> WatchingOrder.from(
                                        order.state().with("parts", Tensor.of(new int[] {9, 0}, 2)), facts))
                        .getMessage());
    }
}
