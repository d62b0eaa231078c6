package io.osusume.model.rank;

/// The fast way to the margins of many rows where a tree has too many leaves for [LeafMasks]: the same
/// sums as [TreeEnsemble#margin(float[], int)], tree
/// by tree over a block of rows, several rows at a time so that their memory accesses overlap.
final class TreeScoring {
    private static final int BLOCK_ROWS = 64;
    private static final int ABREAST = 4;

    private final int width;
    private final FlatNodes nodes;
    private final double[] values; // by node
    private final int[] roots;
    private final int[] depths;

    TreeScoring(TreeEnsemble trees, FlatNodes nodes) {
        this.nodes = nodes;
        width = trees.width();
        values = new double[trees.nodes()];
        for (int node = 0; node < trees.nodes(); node++) {
            values[node] = trees.isLeaf(node) ? trees.number(node) : 0;
        }
        roots = new int[trees.trees()];
        depths = new int[trees.trees()];
        for (int tree = 0; tree < roots.length; tree++) {
            roots[tree] = FlatNodes.NODE * trees.root(tree);
            depths[tree] = trees.depth(tree);
        }
    }

    void margins(float[] rows, int rowCount, double[] margins) {
        int[] keys = new int[(BLOCK_ROWS + ABREAST - 1) * width];
        double[] sums = new double[BLOCK_ROWS + ABREAST - 1];
        for (int begin = 0; begin < rowCount; begin += BLOCK_ROWS) {
            int count = Math.min(BLOCK_ROWS, rowCount - begin);
            FeatureKeys.write(rows, begin * width, count * width, keys);
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
            a = nodes.next(a, keys, rowA);
            b = nodes.next(b, keys, rowB);
            c = nodes.next(c, keys, rowC);
            d = nodes.next(d, keys, rowD);
        }
        sums[row] += values[a / FlatNodes.NODE];
        sums[row + 1] += values[b / FlatNodes.NODE];
        sums[row + 2] += values[c / FlatNodes.NODE];
        sums[row + 3] += values[d / FlatNodes.NODE];
    }
}
