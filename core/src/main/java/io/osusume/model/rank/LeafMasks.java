package io.osusume.model.rank;

import io.osusume.kernel.MaskMath;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The fast way to the margins of many rows where no tree has more than 32 leaves: the same sums as
/// [TreeEnsemble#margin(float[], int)], without walking down a tree.
///
/// Of each tree and row a number of 32 bits says which leaves, from left to right, can still be reached.
/// A split that sends the row to the right takes away all leaves on its left; the first leaf that is
/// left over once all splits are asked is the row's. Splits are asked by feature, those of the lowest
/// threshold first, for [MaskMath#ROWS] rows at once, until all rows go left: no memory access depends
/// on the one before, which is what makes a walk slow.
///
/// Source: Lucchese and others, QuickScorer: a fast algorithm to rank documents with additive ensembles
/// of regression trees (2015); Exploiting CPU SIMD extensions to speed up document scoring with tree
/// ensembles (2016).
final class LeafMasks {
    /// The most leaves of a tree.
    static final int MOST_LEAVES = Integer.SIZE;

    private static final int ROWS = MaskMath.ROWS;
    private static final int ABREAST = 4;

    private final MaskMath math;
    private final int width;
    private final int trees;
    private final double[] values; // by tree and leaf
    private final int[] columns; // 2 x feature, 1 more where missing features go right; ascending
    private final int[] begins; // the first split of each column
    private final int[] thresholds;
    private final int[] places; // of the tree's bits
    private final int[] masks; // without the leaves on the left

    /// @param ensemble none of whose trees has more than [#MOST_LEAVES] leaves
    LeafMasks(TreeEnsemble ensemble, MaskMath math) {
        this.math = math;
        width = ensemble.width();
        trees = ensemble.trees();
        values = new double[trees * MOST_LEAVES];
        int[] leftLeaves = new int[ensemble.nodes()];
        int[] treeOf = new int[ensemble.nodes()];
        for (int tree = 0; tree < trees; tree++) {
            number(ensemble, ensemble.root(tree), tree, 0, leftLeaves, treeOf);
        }
        int[] splits = IntStream.range(0, ensemble.nodes())
                .filter(node -> !ensemble.isLeaf(node))
                .boxed()
                .sorted(Comparator.comparingInt((Integer node) -> column(ensemble, node))
                        .thenComparingInt(node -> threshold(ensemble, node)))
                .mapToInt(Integer::intValue)
                .toArray();
        columns = IntStream.of(splits)
                .map(node -> column(ensemble, node))
                .distinct()
                .toArray();
        begins = new int[columns.length + 1];
        thresholds = new int[splits.length];
        places = new int[splits.length];
        masks = new int[splits.length];
        for (int k = 0; k < splits.length; k++) {
            begins[Arrays.binarySearch(columns, column(ensemble, splits[k])) + 1] = k + 1;
            thresholds[k] = threshold(ensemble, splits[k]);
            places[k] = treeOf[splits[k]] * ROWS;
            masks[k] = ~leftLeaves[splits[k]];
        }
    }

    /// Numbers the leaves below a node from left to right.
    ///
    /// @param first the number of the first
    /// @return the number after the last
    private int number(TreeEnsemble ensemble, int node, int tree, int first, int[] leftLeaves, int[] treeOf) {
        treeOf[node] = tree;
        if (ensemble.isLeaf(node)) {
            values[tree * MOST_LEAVES + first] = ensemble.number(node);
            return first + 1;
        }
        int middle = number(ensemble, ensemble.child(node), tree, first, leftLeaves, treeOf);
        leftLeaves[node] = (1 << middle) - (1 << first);
        return number(ensemble, ensemble.child(node) + 1, tree, middle, leftLeaves, treeOf);
    }

    private static int column(TreeEnsemble ensemble, int node) {
        return 2 * ensemble.feature(node) + (ensemble.missingLeft(node) ? 0 : 1);
    }

    private static int threshold(TreeEnsemble ensemble, int node) {
        return FeatureKeys.ofThreshold(ensemble.number(node));
    }

    void margins(float[] rows, int rowCount, double[] margins) {
        int[] keys = new int[2 * width * ROWS];
        int[] bits = new int[trees * ROWS];
        double[] sums = new double[ROWS];
        for (int begin = 0; begin < rowCount; begin += ROWS) {
            int count = Math.min(ROWS, rowCount - begin);
            readKeys(rows, begin, count, keys);
            Arrays.fill(bits, -1);
            for (int k = 0; k < columns.length; k++) {
                math.clearAbove(keys, columns[k] * ROWS, thresholds, places, masks, begins[k], begins[k + 1], bits);
            }
            for (int row = 0; row < count; row += ABREAST) {
                addLeaves(bits, row, sums);
            }
            System.arraycopy(sums, 0, margins, begin, count);
        }
    }

    /// Adds up the leaves of four rows, tree by tree: four sums that do not wait for one another.
    private void addLeaves(int[] bits, int row, double[] sums) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int tree = 0; tree < trees; tree++) {
            int at = tree * ROWS + row;
            int first = tree * MOST_LEAVES;
            a += values[first + Integer.numberOfTrailingZeros(bits[at])];
            b += values[first + Integer.numberOfTrailingZeros(bits[at + 1])];
            c += values[first + Integer.numberOfTrailingZeros(bits[at + 2])];
            d += values[first + Integer.numberOfTrailingZeros(bits[at + 3])];
        }
        sums[row] = a;
        sums[row + 1] = b;
        sums[row + 2] = c;
        sums[row + 3] = d;
    }

    private void readKeys(float[] rows, int begin, int count, int[] keys) {
        for (int row = 0; row < count; row++) {
            int offset = (begin + row) * width;
            for (int feature = 0; feature < width; feature++) {
                float value = rows[offset + feature];
                int at = 2 * feature * ROWS + row;
                int key = FeatureKeys.of(value);
                keys[at] = key;
                keys[at + ROWS] = key == FeatureKeys.MISSING ? Integer.MAX_VALUE : key;
            }
        }
    }
}
