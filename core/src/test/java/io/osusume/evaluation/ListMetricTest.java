package io.osusume.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.ItemDistance;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// What lists show, on lists small enough to check by hand.
class ListMetricTest {
    private static final double TINY = 1e-12;

    @Test
    void noveltyIsTheMeanOfTheBits() {
        // Of 8 users 8, 4 and 1 have the items: -log2 of 1, 1/2 and 1/8 are 0, 1 and 3 bits.
        Novelty novelty = new Novelty(3, new int[] {8, 4, 1, 0}, 8);

        assertEquals((0 + 1 + 3) / 3.0, novelty.of(new int[] {0, 1, 2}).orElseThrow(), TINY);
        assertEquals((3 + 1) / 2.0, novelty.of(new int[] {2, 1}).orElseThrow(), TINY); // a short list
        assertEquals((0 + 1 + 3) / 3.0, novelty.of(new int[] {0, 1, 2, 3}).orElseThrow(), TINY); // cut at 3
    }

    @Test
    void anItemNobodyHasCountsAsOneOfASingleUser() {
        assertEquals(
                3, new Novelty(3, new int[] {8, 4, 1, 0}, 8).of(new int[] {3}).orElseThrow(), TINY);
    }

    @Test
    void anEmptyListOrNoUsersHaveNoNovelty() {
        assertEquals(OptionalDouble.empty(), new Novelty(3, new int[] {8}, 8).of(new int[] {}));
        assertEquals(OptionalDouble.empty(), new Novelty(3, new int[] {0}, 0).of(new int[] {0}));
    }

    @Test
    void diversityIsTheMeanDistanceOfThePairs() {
        ItemDistance distance = (a, b) -> Math.abs(a - b) / 10.0;
        // Pairs of 0, 3, 9: distances .3, .9 and .6
        assertEquals((.3 + .9 + .6) / 3, diversity(3, distance, 0, 3, 9).orElseThrow(), TINY);
        assertEquals(.3, diversity(2, distance, 0, 3, 9).orElseThrow(), TINY); // cut at 2
    }

    @Test
    void pairsOfUnknownDistanceAreLeftOut() {
        ItemDistance distance = (a, b) -> a == 0 || b == 0 ? Double.NaN : Math.abs(a - b) / 10.0;

        assertEquals(.6, diversity(3, distance, 0, 3, 9).orElseThrow(), TINY);
        assertEquals(OptionalDouble.empty(), diversity(2, distance, 0, 3));
        assertEquals(OptionalDouble.empty(), diversity(2, distance, 3));
    }

    private static OptionalDouble diversity(int n, ItemDistance distance, int... ranked) {
        return new IntraListDiversity(n, distance).of(ranked);
    }

    @Test
    void giniIsZeroWhenThePlacesAreSharedEvenly() {
        assertEquals(
                0,
                new Gini(2).of(List.of(new int[] {0, 1}, new int[] {2, 3}), 4).orElseThrow(),
                TINY);
    }

    @Test
    void giniOfOneItemForEverybodyIsOneLessOneOverTheCatalogue() {
        // Counts 0 0 0 2: (2 * 4 - 4 - 1) * 2 / (4 * 2) = 3 / 4
        assertEquals(
                .75,
                new Gini(1).of(List.of(new int[] {3, 0}, new int[] {3, 1}), 4).orElseThrow(),
                TINY);
    }

    @Test
    void giniWeighsTheCountsInOrder() {
        // Counts 0 1 2 of three items: ((2 - 4) * 0 + (4 - 4) * 1 + (6 - 4) * 2) / (3 * 3) = 4 / 9
        assertEquals(
                4 / 9.0,
                new Gini(2).of(List.of(new int[] {0, 1}, new int[] {0}), 3).orElseThrow(),
                TINY);
        assertEquals(OptionalDouble.empty(), new Gini(2).of(List.of(), 3));
        assertEquals("gini@10", Gini.REPORTED.name());
    }
}
