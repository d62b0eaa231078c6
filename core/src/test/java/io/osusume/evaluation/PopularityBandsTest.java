package io.osusume.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.osusume.data.Profile;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PopularityBandsTest {
    /// Items 0 to 5 with these counts; item 6 is folded in everywhere.
    private static final int[] COUNTS = {1, 2, 3, 4, 5, 60, 70};

    private static HeldOutUser user(long id, int... heldOut) {
        return new HeldOutUser(id, Profile.ofItems(6), heldOut);
    }

    private static BandCounts counted(PopularityBands bands, List<HeldOutUser> users, int[][] lists) {
        BandCounts counts = new BandCounts(bands, users.size());
        for (int k = 0; k < lists.length; k++) {
            int[] held = users.get(k).heldOut();
            counts.count(k, lists[k], Hits.of(lists[k], held), held);
        }
        return counts;
    }

    @Test
    void cutsAreThirdsOfTheHeldOutEntriesNotOfTheItems() {
        // Held-out counts 1 2 3 4 5 60 60: places of the quantiles (7 - 1) / 3 = 2 and 4, so the cuts are 3 and 5.
        PopularityBands bands = PopularityBands.thirds(COUNTS, List.of(user(1, 0, 1, 2, 3, 4, 5), user(2, 5)));

        assertEquals(List.of(0, 0, 0, 1, 1, 2, 2), bandsOfAll(bands));
        assertEquals(List.of(3, 5, 70), List.of(bands.highest(0), bands.highest(1), bands.highest(2)));
        assertEquals(List.of(3, 2, 2), List.of(bands.items(0), bands.items(1), bands.items(2)));
    }

    @Test
    void aCutLiesOnTheStraightLineBetweenNeighbours() {
        // Counts 1 2: quantiles at places 1/3 and 2/3 are 1.33 and 1.67; 2 is above both.
        assertEquals(List.of(0, 2, 2, 2, 2, 2, 2), bandsOfAll(PopularityBands.thirds(COUNTS, List.of(user(1, 0, 1)))));
    }

    private static List<Integer> bandsOfAll(PopularityBands bands) {
        return java.util.stream.IntStream.range(0, COUNTS.length)
                .map(bands::of)
                .boxed()
                .toList();
    }

    @Test
    void recallIsOverAllEntriesOfABand() {
        List<HeldOutUser> users = List.of(user(1, 0, 1, 2, 3, 4, 5), user(2, 5));
        // The first user is shown 0, 3, 5 (all held out), the second 5 (held out) and 4 (not).
        List<BandFigures> figures = counted(
                        PopularityBands.thirds(COUNTS, users), users, new int[][] {{0, 3, 5}, {5, 4}})
                .figures(Bootstrap.DEFAULT);

        assertEquals(
                List.of("tail", "middle", "head"),
                figures.stream().map(BandFigures::band).toList());
        assertEquals(
                List.of(3L, 2L, 2L), figures.stream().map(BandFigures::heldOut).toList());
        assertEquals(1 / 3.0, recall(figures.get(0)), 1e-12); // item 0 of 0, 1, 2
        assertEquals(1 / 2.0, recall(figures.get(1)), 1e-12); // item 3 of 3, 4
        assertEquals(2 / 2.0, recall(figures.get(2)), 1e-12); // item 5 of both users
        // Shown are 0 3 5 5 4: one place of five in the tail, two in the middle, two in the head.
        assertEquals(.2, figures.get(0).shown(), 1e-12);
        assertEquals(.4, figures.get(1).shown(), 1e-12);
        assertEquals(.4, figures.get(2).shown(), 1e-12);
    }

    private static double recall(BandFigures figures) {
        return Objects.requireNonNull(figures.recall()).mean();
    }

    @Test
    void onlyTheFirstTwentyPlacesCount() {
        int[] counts = new int[40];
        List<HeldOutUser> users = List.of(new HeldOutUser(1, Profile.ofItems(39), new int[] {19, 20}));
        int[] ranked = java.util.stream.IntStream.range(0, 39).toArray();
        List<BandFigures> figures = counted(PopularityBands.thirds(counts, users), users, new int[][] {ranked})
                .figures(Bootstrap.DEFAULT);

        assertEquals(.5, recall(figures.getFirst()), 1e-12); // rank 20 counts, rank 21 does not
    }

    @Test
    void aBandWithoutEntriesHasNoRecall() {
        List<HeldOutUser> users = List.of(user(1, 0));
        List<BandFigures> figures = counted(PopularityBands.thirds(COUNTS, users), users, new int[][] {{5}})
                .figures(Bootstrap.DEFAULT);

        assertEquals(0, recall(figures.get(0)));
        assertNull(figures.get(1).recall());
        assertNull(figures.get(2).recall());
        assertEquals(1, figures.get(2).shown());
    }

    @Test
    void theIntervalDrawsUsersAgain() {
        // Two users with 1 and 3 tail entries, hits 1 and 0. The ratio of the sums is 1 / 4; drawing the first twice
        // gives 2 / 2 = 1, the second twice 0 / 6 = 0: either happens in a quarter of the resamples.
        Estimate ratio = Bootstrap.DEFAULT
                .ratio(new double[] {1, 0}, new double[] {1, 3})
                .orElseThrow();

        assertEquals(new Estimate(.25, 0, 1, 2, 0), ratio);
    }

    @Test
    void withoutUsersThereAreNoBands() {
        assertEquals(
                "popularity bands need users with held-out entries, there were none",
                assertThrows(IllegalArgumentException.class, () -> PopularityBands.thirds(COUNTS, List.of()))
                        .getMessage());
    }
}
