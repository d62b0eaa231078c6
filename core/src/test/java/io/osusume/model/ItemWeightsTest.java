package io.osusume.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.Profile;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ItemWeightsTest {
    private static final Threads THREADS = new Threads(2);
    private static final Kernels SCALAR = new Kernels(VectorMath.scalar(), DenseMath.java(THREADS), THREADS);
    private static final Kernels FASTEST = new Kernels(VectorMath.fastest(), DenseMath.java(THREADS), THREADS);

    @Test
    void aWeightIsAWholeNumberOfStepsOfWhichTheLargestOfItsRowHas32767() {
        float[] elements = {0, 0.32767f, -0.100004f, 0, 0, 0, -65.534f, 0.0029f, 0};
        ItemWeights weights = ItemWeights.rounded(3, elements, SCALAR);
        assertEquals(0.32767f, weights.weight(0, 1), 1e-7f);
        assertEquals(-0.1f, weights.weight(0, 2), 1e-7f); // 10,000 steps of .00001 are nearer than 10,001
        assertEquals(0f, weights.weight(1, 2)); // a row without weights has none
        assertEquals(-65.534f, weights.weight(2, 0), 1e-5f);
        assertEquals(0.002f, weights.weight(2, 1), 1e-7f); // 1.45 steps of .002 are one
    }

    @Test
    void roundedWeightsAreWithinHalfAStep() {
        SplittableRandom random = new SplittableRandom(5);
        float[] elements = elements(150, random);
        ItemWeights weights = ItemWeights.rounded(150, elements, FASTEST);
        for (int k = 0; k < elements.length; k++) {
            assertEquals(elements[k], weights.weight(k / 150, k % 150), 1 / 65_534f + 1e-7f, "element " + k);
        }
    }

    /// From item 0 to items 1 and 2: .5 and -.25; from 1: .25 and .125; from 2: 0 and 1.
    @Test
    void squaresLeaveOutWhatSpeaksAgainstAnItem() {
        ItemWeights weights = ItemWeights.rounded(3, new float[] {0, 0.5f, -0.25f, 0.25f, 0, 0.125f, 0, 1, 0}, SCALAR);
        float[] sums = {7, 7, 7};
        float[] squares = {7, 7, 7};
        weights.sum(Profile.ofItems(0, 1), sums, squares);
        assertArrayEquals(new float[] {0.25f, 0.5f, -0.125f}, sums, 2e-5f); // item 2: -.25 + .125
        assertArrayEquals(new float[] {0.0625f, 0.25f, 0.015625f}, squares, 2e-5f); // item 2: .125 * .125
    }

    @Test
    void itemsAreAlikeWhereEachSpeaksForTheOther() {
        ItemWeights weights = ItemWeights.rounded(3, new float[] {0, 0.5f, -0.25f, 0.25f, 0, 0.2f, 0, 1, 0}, SCALAR);
        Ranking similar = weights.similarItems(1, 2);
        assertArrayEquals(new int[] {2, 0}, similar.indices());
        assertEquals(0.4472136f, similar.score(0), 2e-5f); // sqrt(.2 * 1)
        assertEquals(0.35355338f, similar.score(1), 2e-5f); // sqrt(.25 * .5)
        assertEquals(-0.25f, weights.similarItems(0, 2).score(1), 2e-5f); // item 2: -.25 there, 0 back
    }

    @Test
    void sumsAreTheSameWithAndWithoutSquares() {
        SplittableRandom random = new SplittableRandom(3);
        for (int itemCount : new int[] {1, 7, 64, 207, 4097}) { // the last is one beyond a block
            float[] elements = itemCount > 4000 ? new float[itemCount * itemCount] : elements(itemCount, random);
            for (int k = 0; k < itemCount; k++) {
                elements[k] = random.nextFloat(-1, 1);
            }
            ItemWeights weights = ItemWeights.rounded(itemCount, elements, FASTEST);
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
                float sum = 0;
                float expected = 0;
                for (float contribution : weights.contributions(profile, item)) {
                    sum += contribution;
                    expected += contribution > 0 ? contribution * contribution : 0;
                }
                assertEquals(sum, alone[item], itemCount + " items, item " + item); // every bit
                assertEquals(expected, squares[item], 1e-6f, itemCount + " items, item " + item);
            }
        }
    }

    /// Uniform in [-1, 1).
    private static float[] elements(int itemCount, SplittableRandom random) {
        float[] elements = new float[itemCount * itemCount];
        for (int k = 0; k < elements.length; k++) {
            elements[k] = random.nextFloat(-1, 1);
        }
        return elements;
    }
}
