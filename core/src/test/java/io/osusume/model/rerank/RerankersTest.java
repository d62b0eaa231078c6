package io.osusume.model.rerank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.osusume.data.Franchises;
import io.osusume.data.ItemDistance;
import io.osusume.data.Profile;
import io.osusume.model.Ranking;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RerankersTest {
    /// Items 0 to 4, best first, with falling log-odds.
    private static final Ranking RANKING = Ranking.of(new int[] {0, 1, 2, 3, 4}, new float[] {2, 1, 0, -1, -2});

    private static final Profile LIST = Profile.ofItems(1);

    /// Items 0, 1 and 3 are one franchise.
    private static final Franchises FRANCHISES =
            Franchises.grouped(new int[] {7, 7, 2, 7, 4}, new double[] {1, 2, 3, 4, 5});

    private static int[] after(Reranker step) {
        return step.rerank(RANKING, LIST).indices();
    }

    /// The order of the items after a step changed their scores, which are 2, 1, 0, -1 and -2.
    private static int[] ranked(ScoreStep step) {
        float[] scores = {2, 1, 0, -1, -2};
        step.apply(scores, LIST);
        return Ranking.best(scores, new int[0], 5).indices();
    }

    @Test
    void whatIsOnTheListGoes() {
        assertArrayEquals(new int[] {0, 2, 3, 4}, ranked(new Seen()));
    }

    @Test
    void whatIsNotAllowedGoesAndTheNextMoveUp() {
        assertArrayEquals(new int[] {1, 3}, ranked(new Allowed(bits(0, 2, 4))));
    }

    @Test
    void franchisesAreShownByTheRule() {
        assertArrayEquals(new int[] {0, 1, 2, 3, 4}, after(new FranchiseParts(FRANCHISES, FranchiseRule.EVERY_PART)));
        assertArrayEquals(new int[] {0, 2, 4}, after(new FranchiseParts(FRANCHISES, FranchiseRule.ONE_PART)));
        assertArrayEquals(new int[] {2, 4}, after(new FranchiseParts(FRANCHISES, FranchiseRule.NEW_FRANCHISES)));
    }

    /// Items 0 to 2 have e - 1 users, items 3 and 4 e^3 - 1 (to the nearest whole): log counts 1.1 and 3.
    @Test
    void theSliderMovesPopularItemsUpOrDown() {
        PopularityScale popularity = PopularityScale.of(new int[] {2, 2, 2, 19, 19});
        assertArrayEquals(new int[] {3, 4, 0, 1, 2}, ranked(new PopularitySlider(popularity, 1)));
        assertArrayEquals(new int[] {0, 1, 2, 3, 4}, ranked(new PopularitySlider(popularity, -1)));
        assertArrayEquals(new int[] {0, 1, 2, 3, 4}, ranked(new PopularitySlider(popularity, 0)));
    }

    @Test
    void theSliderHasEnds() {
        assertEquals(
                "popularity must be in [-1, 1], was 1.5",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new PopularitySlider(PopularityScale.of(new int[5]), 1.5))
                        .getMessage());
    }

    /// Even items are alike, odd ones too, an even and an odd one are not. With strength .5 likeness costs 3:
    /// after item 0 item 1 (1 - 0) beats item 2 (0 - 3); then item 2 (0 - 3 / 2) beats item 3 (-1 - 3 / 2).
    @Test
    void varietyTakesTurnsAndKeepsEverything() {
        ItemDistance parity = (item, other) -> (item + other) % 2;
        assertArrayEquals(new int[] {0, 1, 2, 3, 4}, after(new Variety(parity, 0.5)));
        Ranking evenFirst = Ranking.of(new int[] {0, 2, 4, 1, 3}, new float[] {2, 1.5f, 1, 0, -1});
        // item 1 (0) beats item 2 (1.5 - 3); then 2 (1.5 - 3 / 2) beats 3 (-1 - 3 / 2);
        // then 4 (1 - 3 * 2 / 3) beats 3 (-1 - 3 / 3)
        assertArrayEquals(
                new int[] {0, 1, 2, 4, 3},
                new Variety(parity, 0.5).rerank(evenFirst, LIST).indices());
        assertSame(RANKING, new Variety(parity, 0).rerank(RANKING, LIST));
    }

    @Test
    void varietyHasARange() {
        assertEquals(
                "variety must be in [0, 1], was -0.1",
                assertThrows(IllegalArgumentException.class, () -> new Variety((_, _) -> 1, -0.1))
                        .getMessage());
    }

    private static final ItemTraits TRAITS = new ItemTraits(PopularityScale.of(new int[5]), FRANCHISES, (_, _) -> 1);

    @Test
    void stepsAreTakenInTheirOrder() {
        Wishes wishes = new Wishes(bits(0), FranchiseRule.ONE_PART, 0, 0);
        Ranking shown = wishes.best(new float[] {2, 1, 0, -1, -2}, LIST, 5, TRAITS);
        // 1 is seen, 0 is not allowed: of the franchise of 0, 1 and 3 the last stays.
        assertArrayEquals(new int[] {2, 3, 4}, shown.indices());
    }

    /// 5,000 items in franchises of 500: the first 400 of the ranking, and the first 1,600, hold parts of too few.
    @Test
    void asMuchIsRankedAsTheListNeeds() {
        int[] numbers = IntStream.range(0, 5000).map(item -> item / 500).toArray();
        float[] scores = new float[5000];
        for (int item = 0; item < scores.length; item++) {
            scores[item] = -item;
        }
        ItemTraits traits = new ItemTraits(
                PopularityScale.of(new int[5000]), Franchises.grouped(numbers, new double[5000]), (_, _) -> 1);
        Wishes wishes = new Wishes(bits(), FranchiseRule.ONE_PART, 0, 0);
        assertArrayEquals(
                new int[] {0, 500, 1000, 1500, 2000, 2500, 3000},
                wishes.best(scores.clone(), LIST, 7, traits).indices());
        assertEquals(10, wishes.best(scores, LIST, 20, traits).size());
    }

    private static BitSet bits(int... items) {
        BitSet bits = new BitSet();
        for (int item : items) {
            bits.set(item);
        }
        return bits;
    }
}
