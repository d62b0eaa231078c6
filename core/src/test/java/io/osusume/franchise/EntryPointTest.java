package io.osusume.franchise;

import static io.osusume.franchise.Shelf.allBut;
import static io.osusume.franchise.Shelf.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.TitleType;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/// What a card shows. The shelf: 0 first season, 1 second season, 2 third season, 3 extra of the first, 4 recap of the
/// first, 5 a retelling with 6 its second season.
class EntryPointTest {
    private static final int FIRST = 0;
    private static final int SECOND = 1;
    private static final int THIRD = 2;
    private static final int EXTRA = 3;
    private static final int RECAP = 4;
    private static final int RETELLING = 5;

    private static final IntPredicate NONE = only();
    private static final IntPredicate ALL = allBut();

    private final WatchingOrder order = new Shelf()
            .series("Kemono no Uta", "2001-01")
            .series("Kemono no Uta 2nd Season", "2002-01")
            .series("Kemono no Uta 3rd Season", "2003-01")
            .extra("Kemono no Uta OVA", TitleType.OVA, "2001-06")
            .extra("Kemono no Uta Recap", TitleType.SPECIAL, "2001-07")
            .series("Kemono no Uta (2019)", "2019-01", 5000, "Manga", "")
            .series("Kemono no Uta (2019) 2nd Season", "2020-01", 4000, "Manga", "")
            .order();

    private static Optional<EntryPoint> start(int item) {
        return Optional.of(new EntryPoint(item, EntryPoint.Kind.START));
    }

    private static Optional<EntryPoint> next(int item) {
        return Optional.of(new EntryPoint(item, EntryPoint.Kind.NEXT));
    }

    private static Optional<EntryPoint> side(int item) {
        return Optional.of(new EntryPoint(item, EntryPoint.Kind.SIDE));
    }

    @Test
    void whoHasSeenNothingStartsWhereTheLineOfTheItemBegins() {
        assertEquals(start(FIRST), order.entryPoint(THIRD, NONE, ALL));
        assertEquals(start(FIRST), order.entryPoint(RECAP, NONE, ALL));
        assertEquals(start(RETELLING), order.entryPoint(6, NONE, ALL));
    }

    @Test
    void aFranchiseStartsWithItsLargestAudience() {
        assertEquals(start(RETELLING), order.franchiseEntryPoint(0, NONE, ALL));
    }

    @Test
    void afterASeasonTheNextOneIsShown() {
        assertEquals(next(SECOND), order.entryPoint(THIRD, only(FIRST), ALL));
        assertEquals(next(THIRD), order.franchiseEntryPoint(0, only(FIRST, SECOND), ALL));
        assertEquals(Optional.of("Season 3"), order.label(THIRD));
    }

    @Test
    void theStepAfterTheLastSeenComesBeforeAMissedOne() {
        assertEquals(next(THIRD), order.entryPoint(FIRST, only(SECOND), ALL));
        assertEquals(next(SECOND), order.entryPoint(FIRST, only(FIRST, THIRD), ALL));
    }

    @Test
    void aSideStoryIsShownWhenAllStepsAreSeen() {
        assertEquals(side(EXTRA), order.entryPoint(FIRST, only(FIRST, SECOND, THIRD), ALL));
    }

    @Test
    void ofAFranchiseAnotherLineStartsBeforeASideStoryIsShown() {
        assertEquals(start(RETELLING), order.franchiseEntryPoint(0, only(FIRST, SECOND, THIRD), ALL));
        assertEquals(side(EXTRA), order.franchiseEntryPoint(0, allBut(EXTRA, RECAP), ALL));
    }

    @Test
    void nothingIsShownWhenAllIsSeenOrOnlyARecapIsLeft() {
        assertEquals(Optional.empty(), order.entryPoint(FIRST, ALL, ALL));
        assertEquals(Optional.empty(), order.entryPoint(RECAP, allBut(RECAP), ALL));
    }

    @Test
    void aStepThatIsFilteredOutIsNotPassedOver() {
        assertEquals(start(RETELLING), order.entryPoint(FIRST, NONE, allBut(FIRST)));
        assertEquals(side(EXTRA), order.entryPoint(FIRST, only(FIRST), allBut(SECOND)));
        assertEquals(Optional.empty(), order.entryPoint(FIRST, NONE, allBut(FIRST, RETELLING)));
    }

    @Test
    void aFilmBetweenSeasonsThatIsFilteredOutDoesNotBarTheNextSeason() {
        WatchingOrder withFilm = new Shelf()
                .series("Kemono no Uta", "2001-01")
                .film("Kemono no Uta Movie", "2002-01")
                .series("Kemono no Uta 2nd Season", "2003-01")
                .order();

        assertEquals(Part.MAIN, withFilm.part(1));
        assertEquals(next(1), withFilm.entryPoint(0, only(0), ALL));
        assertEquals(next(2), withFilm.entryPoint(0, only(0), allBut(1)));
    }

    @Test
    void onlyStartsAreNoSequels() {
        assertFalse(order.isSequel(FIRST));
        assertFalse(order.isSequel(RETELLING));
        assertTrue(order.isSequel(SECOND));
        assertTrue(order.isSequel(EXTRA));
        assertTrue(order.isSequel(RECAP));
    }

    @Test
    void aRecapNeverComesAloneAndASideStoryOnlyAfterItsStep() {
        assertFalse(order.mayComeAlone(RECAP, ALL));
        assertFalse(order.mayComeAlone(EXTRA, NONE));
        assertTrue(order.mayComeAlone(EXTRA, only(FIRST)));
        assertFalse(order.mayComeAlone(THIRD, only(FIRST)));
        assertTrue(order.mayComeAlone(FIRST, NONE));
    }

    @Test
    void whatIsShownIsAlwaysUnseenAllowedAndMayComeAlone() {
        Random random = new Random(5);
        for (int trial = 0; trial < 2000; trial++) {
            int seenBits = random.nextInt(128);
            int allowedBits = random.nextInt(128);
            IntPredicate seen = item -> (seenBits >> item & 1) == 1;
            IntPredicate allowed = item -> (allowedBits >> item & 1) == 1;
            boolean any = false;
            for (int item = 0; item < order.itemCount(); item++) {
                any |= !seen.test(item) && allowed.test(item) && order.mayComeAlone(item, seen);
            }
            for (int item = 0; item < order.itemCount(); item++) {
                Optional<EntryPoint> shown = order.entryPoint(item, seen, allowed);
                assertEquals(any, shown.isPresent(), "seen " + seenBits + ", allowed " + allowedBits);
                shown.ifPresent(entry -> assertTrue(!seen.test(entry.item())
                        && allowed.test(entry.item())
                        && order.mayComeAlone(entry.item(), seen)));
            }
        }
    }
}
