package io.osusume.model.rank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeShapTest {
    /// One split of 60 and 40 rows: the expectation is .6 x 1 + .4 x 6 = 3. A row on the right owes its
    /// other 3 to the one feature asked for.
    @Test
    void oneSplitGivesItsFeatureTheWayFromTheExpectation() {
        Tree tree = new Tree.Split(1, 0, true, new Tree.Leaf(1, 60), new Tree.Leaf(6, 40));
        TreeEnsemble trees = TreeEnsemble.of(List.of("a", "b"), List.of(tree, new Tree.Leaf(10, 100)));
        assertArrayEquals(new double[] {0, 3, 13}, trees.contributions(new float[] {5, 1}, 0), 1e-15);
        assertArrayEquals(new double[] {0, -2, 13}, trees.contributions(new float[] {5, Float.NaN}, 0), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void contributionsSumToTheMargin(long seed) {
        SampleTrees sample = new SampleTrees(seed, 12);
        TreeEnsemble trees = sample.ensemble(30, 31);
        float[] rows = sample.rows(50);
        for (int row = 0; row < 50; row++) {
            double sum = 0;
            for (double contribution : trees.contributions(rows, row * 12)) {
                sum += contribution;
            }
            double margin = trees.margin(rows, row * 12);
            assertEquals(margin, sum, 1e-9 * Math.max(1, Math.abs(margin)), "seed " + seed + " row " + row);
        }
    }

    /// The definition: over all sets of the other features, what a feature adds to the expectation when
    /// it becomes known, weighted by how many orders have that set before it.
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void contributionsAreTheShapleyValues(long seed) {
        int width = 5;
        SampleTrees sample = new SampleTrees(seed, width);
        TreeEnsemble trees = sample.ensemble(4, 12);
        float[] rows = sample.rows(10);
        for (int offset = 0; offset < rows.length; offset += width) {
            double[] expected = new double[width + 1];
            for (int feature = 0; feature < width; feature++) {
                for (int known = 0; known < 1 << width; known++) {
                    if ((known >> feature & 1) == 0) {
                        double weight = 1 / (width * choose(width - 1, Integer.bitCount(known)));
                        expected[feature] += weight
                                * (expectation(trees, rows, offset, known | 1 << feature)
                                        - expectation(trees, rows, offset, known));
                    }
                }
            }
            expected[width] = expectation(trees, rows, offset, 0);
            assertArrayEquals(expected, trees.contributions(rows, offset), 1e-10, "seed " + seed);
        }
    }

    private static double choose(int n, int k) {
        double ways = 1;
        for (int i = 1; i <= k; i++) {
            ways = ways * (n - k + i) / i;
        }
        return ways;
    }

    private static double expectation(TreeEnsemble trees, float[] rows, int offset, int known) {
        double sum = 0;
        for (int tree = 0; tree < trees.trees(); tree++) {
            sum += below(trees, trees.root(tree), rows, offset, known);
        }
        return sum;
    }

    private static double below(TreeEnsemble trees, int node, float[] rows, int offset, int known) {
        if (trees.isLeaf(node)) {
            return trees.number(node);
        }
        if ((known >> trees.feature(node) & 1) == 1) {
            return below(trees, trees.next(node, rows, offset), rows, offset, known);
        }
        int left = trees.child(node);
        return (trees.cover(left) * below(trees, left, rows, offset, known)
                        + trees.cover(left + 1) * below(trees, left + 1, rows, offset, known))
                / trees.cover(node);
    }
}
