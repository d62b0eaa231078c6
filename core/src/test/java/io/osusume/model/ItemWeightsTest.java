package io.osusume.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.Profile;
import io.osusume.kernel.VectorMath;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ItemWeightsTest {
    /// From item 0 to items 1 and 2: .5 and -.25; from 1: .25 and .125; from 2: 0 and 1.
    private static final ItemWeights WEIGHTS =
            new ItemWeights(3, new float[] {0, 0.5f, -0.25f, 0.25f, 0, 0.125f, 0, 1, 0}, VectorMath.scalar());

    @Test
    void squaresLeaveOutWhatSpeaksAgainstAnItem() {
        float[] sums = {7, 7, 7};
        float[] squares = {7, 7, 7};
        WEIGHTS.sum(Profile.ofItems(0, 1), sums, squares);
        assertArrayEquals(new float[] {0.25f, 0.5f, -0.125f}, sums); // item 2: -.25 + .125
        assertArrayEquals(new float[] {0.0625f, 0.25f, 0.015625f}, squares); // item 2: .125 * .125
    }

    @Test
    void itemsAreAlikeWhereEachSpeaksForTheOther() {
        Ranking similar = WEIGHTS.similarItems(1, 2);
        assertArrayEquals(new int[] {0, 2}, similar.indices());
        assertEquals(0.35355338f, similar.score(0)); // sqrt(.25 * .5)
        assertEquals(0.35355338f, similar.score(1)); // sqrt(.125 * 1)
        assertEquals(-0.25f, WEIGHTS.similarItems(0, 2).score(1)); // item 2: -.25 there, 0 back
    }

    @Test
    void sumsAreTheSameWithAndWithoutSquares() {
        SplittableRandom random = new SplittableRandom(3);
        for (int itemCount : new int[] {1, 7, 64, 207}) {
            float[] elements = new float[itemCount * itemCount];
            for (int k = 0; k < elements.length; k++) {
                elements[k] = random.nextFloat(-1, 1);
            }
            ItemWeights weights = new ItemWeights(itemCount, elements, VectorMath.fastest());
            Profile profile =
                    Profile.ofItems(random.ints(5, 0, itemCount).distinct().toArray());
            float[] alone = new float[itemCount];
            float[] together = new float[itemCount];
            float[] squares = new float[itemCount];
            Arrays.fill(squares, Float.NaN);
            weights.sum(profile, alone);
            weights.sum(profile, together, squares);
            assertArrayEquals(alone, together, 0f, itemCount + " items");
            for (int item = 0; item < itemCount; item++) {
                float expected = 0;
                for (float contribution : weights.contributions(profile, item)) {
                    expected += contribution > 0 ? contribution * contribution : 0;
                }
                assertEquals(expected, squares[item], 1e-6f, itemCount + " items, item " + item);
            }
        }
    }
}
