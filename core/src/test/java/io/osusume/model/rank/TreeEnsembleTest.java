package io.osusume.model.rank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeEnsembleTest {
    /// The first tree asks for `b` and then for `a`, the second is a single leaf.
    private static TreeEnsemble worked() {
        Tree first = new Tree.Split(
                1,
                .5,
                false,
                new Tree.Leaf(-1, 60),
                new Tree.Split(0, 2, true, new Tree.Leaf(.25, 30), new Tree.Leaf(3, 10)));
        return TreeEnsemble.of(List.of("a", "b"), List.of(first, new Tree.Leaf(.125, 100)));
    }

    private static double margin(TreeEnsemble trees, float... row) {
        double[] margins = new double[1];
        trees.margins(row, 1, margins);
        assertEquals(margins[0], trees.margin(row, 0));
        return margins[0];
    }

    @Test
    void theMarginIsTheSumOfTheLeavesARowComesTo() {
        TreeEnsemble trees = worked();
        assertEquals(-1 + .125, margin(trees, 9, .5f), "a threshold itself goes left");
        assertEquals(.25 + .125, margin(trees, 2, .6f));
        assertEquals(3 + .125, margin(trees, 2.1f, .6f));
        assertEquals(.25 + .125, margin(trees, Float.NaN, Float.NaN), "b missing goes right, a missing left");
        assertEquals(3 + .125, margin(trees, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY));
    }

    @Test
    void aThresholdBetweenTwoFloatsPartsThem() {
        float below = .1f; // 0.100000001490116...
        float above = Math.nextUp(below);
        Tree tree = new Tree.Split(0, ((double) below + above) / 2, true, new Tree.Leaf(1, 1), new Tree.Leaf(2, 1));
        TreeEnsemble trees = TreeEnsemble.of(List.of("a"), List.of(tree));
        assertEquals(1, margin(trees, below));
        assertEquals(2, margin(trees, above));
        Tree barelyLess = new Tree.Split(0, .1, true, new Tree.Leaf(1, 1), new Tree.Leaf(2, 1));
        assertEquals(2, margin(TreeEnsemble.of(List.of("a"), List.of(barelyLess)), below), ".1f is more than .1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 31, 32, 33, 200})
    void manyRowsGetTheBitsThatSingleRowsGet(int mostLeaves) {
        SampleTrees sample = new SampleTrees(mostLeaves, 5);
        TreeEnsemble trees = sample.ensemble(40, mostLeaves);
        for (int count : new int[] {0, 1, 3, 4, 5, 15, 16, 17, 63, 64, 65, 1000}) {
            float[] rows = sample.rows(count);
            double[] margins = new double[count];
            trees.margins(rows, count, margins);
            for (int row = 0; row < count; row++) {
                assertEquals(trees.margin(rows, row * 5), margins[row], mostLeaves + " leaves, row " + row);
            }
        }
    }

    @Test
    void noTreesGiveZero() {
        assertEquals(0, margin(TreeEnsemble.of(List.of("a"), List.of()), 1));
        assertEquals(.5, Ranker.probability(0));
    }

    @Test
    void aRestoredEnsembleGivesTheSameBits() {
        SampleTrees sample = new SampleTrees(7, 6);
        TreeEnsemble trees = sample.ensemble(30, 40);
        Ranker restored = Ranker.of(trees.state());
        assertEquals(trees.features(), restored.features());
        float[] rows = sample.rows(300);
        double[] expected = new double[300];
        double[] found = new double[300];
        trees.margins(rows, 300, expected);
        restored.margins(rows, 300, found);
        assertArrayEquals(expected, found);
        float[] reference = sample.rows(1);
        assertArrayEquals(trees.contributions(rows, 12, reference), restored.contributions(rows, 12, reference));
    }

    @Test
    void aDepthIsTheMostSplitsOnAWay() {
        assertEquals(2, worked().depth(0));
        assertEquals(0, worked().depth(1));
    }

    @Test
    void badTreesAndStatesAreNamed() {
        Tree leaf = new Tree.Leaf(1, 1);
        assertEquals(
                "a split must ask for a feature in [0, 1), asked for 1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> TreeEnsemble.of(List.of("a"), List.of(new Tree.Split(1, 0, true, leaf, leaf))))
                        .getMessage());
        assertEquals(
                "a leaf must have a finite value and a cover of at least 1, had NaN and 1",
                assertThrows(IllegalArgumentException.class, () -> new Tree.Leaf(Double.NaN, 1))
                        .getMessage());
        assertEquals(
                "a split must have a feature from 0 and a threshold that is a number, had 0 and NaN",
                assertThrows(IllegalArgumentException.class, () -> new Tree.Split(0, Double.NaN, true, leaf, leaf))
                        .getMessage());
        Tensors circle = worked().state().with("child", Tensor.of(new int[] {0, 1, 2, 3, 4, 5}, 6));
        assertEquals(
                "node 0 of tree 0 is neither a leaf nor a split with both children after it: feature 1, left child 0;"
                        + " train again or restore the file",
                assertThrows(IllegalArgumentException.class, () -> Ranker.of(circle))
                        .getMessage());
    }
}
