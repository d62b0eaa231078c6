package io.osusume.model.rank;

/// The fast way to the margins of many rows where a tree has too many leaves for [LeafMasks]: the same
/// sums as [TreeEnsemble#margin(float[], int)], tree
/// by tree over a block of rows, several rows at a time so that their memory accesses overlap, without
/// a branch to mispredict.
///
/// Features become integers in the same order (`NaN` the smallest of all), and a step to a child is an
/// addition of the sign of a difference. Where missing features go right, 1 is taken off first: the
/// smallest integer wraps around to the largest, all others keep their order. Leaves lead to
/// themselves.
final class TreeScoring {
    private static final int BLOCK_ROWS = 64;
    private static final int ABREAST = 4;
    private static final int NODE = 4; // feature, key of the threshold, place of the left child, what is taken off

    private final int width;
    private final int[] nodes;
    private final double[] values; // by node
    private final int[] roots;
    private final int[] depths;

    TreeScoring(TreeEnsemble trees) {
        width = trees.width();
        nodes = new int[NODE * trees.nodes()];
        values = new double[trees.nodes()];
        for (int node = 0; node < trees.nodes(); node++) {
            boolean leaf = trees.isLeaf(node);
            int shift = leaf || trees.missingLeft(node) ? 0 : 1;
            int at = NODE * node;
            nodes[at] = leaf ? 0 : trees.feature(node);
            nodes[at + 1] = leaf ? Integer.MAX_VALUE : FeatureKeys.ofThreshold(trees.number(node)) - shift;
            nodes[at + 2] = NODE * trees.child(node);
            nodes[at + 3] = shift;
            values[node] = leaf ? trees.number(node) : 0;
        }
        roots = new int[trees.trees()];
        depths = new int[trees.trees()];
        for (int tree = 0; tree < roots.length; tree++) {
            roots[tree] = NODE * trees.root(tree);
            depths[tree] = trees.depth(tree);
        }
    }

    void margins(float[] rows, int rowCount, double[] margins) {
        int[] keys = new int[(BLOCK_ROWS + ABREAST - 1) * width];
        double[] sums = new double[BLOCK_ROWS + ABREAST - 1];
        for (int begin = 0; begin < rowCount; begin += BLOCK_ROWS) {
            int count = Math.min(BLOCK_ROWS, rowCount - begin);
            for (int k = 0; k < count * width; k++) {
                keys[k] = FeatureKeys.of(rows[begin * width + k]);
            }
            java.util.Arrays.fill(sums, 0);
            for (int tree = 0; tree < roots.length; tree++) {
                for (int row = 0; row < count; row += ABREAST) {
                    step(roots[tree], depths[tree], keys, row, sums);
                }
            }
            System.arraycopy(sums, 0, margins, begin, count);
        }
    }

    private void step(int root, int depth, int[] keys, int row, double[] sums) {
        int a = root;
        int b = root;
        int c = root;
        int d = root;
        int rowA = row * width;
        int rowB = rowA + width;
        int rowC = rowB + width;
        int rowD = rowC + width;
        for (int k = 0; k < depth; k++) {
            a = next(a, keys, rowA);
            b = next(b, keys, rowB);
            c = next(c, keys, rowC);
            d = next(d, keys, rowD);
        }
        sums[row] += values[a >> 2];
        sums[row + 1] += values[b >> 2];
        sums[row + 2] += values[c >> 2];
        sums[row + 3] += values[d >> 2];
    }

    private int next(int node, int[] keys, int offset) {
        int key = keys[offset + nodes[node]] - nodes[node + 3]; // may wrap around, on purpose
        return nodes[node + 2] + (int) (((long) nodes[node + 1] - key) >>> 63) * NODE;
    }
}
