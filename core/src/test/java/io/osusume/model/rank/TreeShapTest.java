package io.osusume.model.rank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeShapTest {
    /// One split: a row on the right owes all of its way from the reference on the left, 6 - 1, to the one feature
    /// asked for.
    @Test
    void oneSplitGivesItsFeatureTheWayFromTheReference() {
        Tree tree = new Tree.Split(1, 0, true, new Tree.Leaf(1, 60), new Tree.Leaf(6, 40));
        TreeEnsemble trees = TreeEnsemble.of(List.of("a", "b"), List.of(tree, new Tree.Leaf(10, 100)));
        float[] reference = {7, Float.NaN}; // missing goes left
        assertArrayEquals(new double[] {0, 5, 11}, trees.contributions(new float[] {5, 1}, 0, reference));
        assertArrayEquals(new double[] {0, 0, 11}, trees.contributions(new float[] {5, -1}, 0, reference));
    }

    /// 8 where both features are the row's, else 0: neither does it alone, so each has half.
    @Test
    void whatTwoFeaturesDoTogetherIsHalved() {
        Tree both = new Tree.Split(
                0, 0, true, new Tree.Leaf(0, 1), new Tree.Split(1, 0, true, new Tree.Leaf(0, 1), new Tree.Leaf(8, 1)));
        TreeEnsemble trees = TreeEnsemble.of(List.of("a", "b"), List.of(both));
        assertArrayEquals(
                new double[] {4, 4, 0}, trees.contributions(new float[] {1, 1}, 0, new float[] {-1, -1}), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void contributionsSumToTheMargin(long seed) {
        SampleTrees sample = new SampleTrees(seed, 12);
        TreeEnsemble trees = sample.ensemble(30, 200);
        float[] rows = sample.rows(50);
        float[] reference = sample.rows(1);
        for (int row = 0; row < 50; row++) {
            double sum = 0;
            for (double contribution : trees.contributions(rows, row * 12, reference)) {
                sum += contribution;
            }
            double margin = trees.margin(rows, row * 12);
            assertEquals(margin, sum, 1e-9 * Math.max(1, Math.abs(margin)), "seed " + seed + " row " + row);
        }
    }

    /// The definition: over all sets of the other features, what a feature adds to the margin when it
    /// becomes the row's, weighted by how many orders have that set before it.
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void contributionsAreTheShapleyValues(long seed) {
        int width = 6;
        SampleTrees sample = new SampleTrees(seed, width);
        TreeEnsemble trees = sample.ensemble(5, 20);
        float[] rows = sample.rows(20);
        float[] reference = sample.rows(1);
        for (int offset = 0; offset < rows.length; offset += width) {
            double[] expected = new double[width + 1];
            for (int feature = 0; feature < width; feature++) {
                for (int known = 0; known < 1 << width; known++) {
                    if ((known >> feature & 1) == 0) {
                        double weight = 1 / (width * choose(width - 1, Integer.bitCount(known)));
                        expected[feature] += weight
                                * (trees.margin(mixed(rows, offset, reference, known | 1 << feature), 0)
                                        - trees.margin(mixed(rows, offset, reference, known), 0));
                    }
                }
            }
            expected[width] = trees.margin(reference, 0);
            assertArrayEquals(expected, trees.contributions(rows, offset, reference), 1e-10, "seed " + seed);
        }
    }

    private static double choose(int n, int k) {
        double ways = 1;
        for (int i = 1; i <= k; i++) {
            ways = ways * (n - k + i) / i;
        }
        return ways;
    }

    /// The reference with the known features of the row.
    private static float[] mixed(float[] rows, int offset, float[] reference, int known) {
        float[] mixed = reference.clone();
        for (int feature = 0; feature < mixed.length; feature++) {
            if ((known >> feature & 1) == 1) {
                mixed[feature] = rows[offset + feature];
            }
        }
        return mixed;
    }
}
