package io.osusume.model.rank;

/// The nodes of all trees of an ensemble as whole numbers, each node's side by side: one line of the cache a step.
///
/// Features become integers in the same order (`NaN` the smallest of all), and a step to a child is an addition of the
/// sign of a difference, without a branch to mispredict. Where missing features go right, 1 is taken off first: the
/// smallest integer wraps around to the largest, all others keep their order. Leaves lead to themselves.
///
/// A node is known by its place: [#NODE] times its number.
final class FlatNodes {
    /// How many numbers a node has: feature, key of the threshold, place of the left child, what is taken off.
    static final int NODE = 4;

    private final int[] nodes;

    FlatNodes(TreeEnsemble trees) {
        nodes = new int[NODE * trees.nodes()];
        for (int node = 0; node < trees.nodes(); node++) {
            boolean leaf = trees.isLeaf(node);
            int shift = leaf || trees.missingLeft(node) ? 0 : 1;
            int at = NODE * node;
            nodes[at] = leaf ? 0 : trees.feature(node);
            nodes[at + 1] = leaf ? Integer.MAX_VALUE : FeatureKeys.ofThreshold(trees.number(node)) - shift;
            nodes[at + 2] = NODE * trees.child(node);
            nodes[at + 3] = shift;
        }
    }

    int feature(int place) {
        return nodes[place];
    }

    boolean isLeaf(int place) {
        return nodes[place + 2] == place;
    }

    /// The place a row goes to next.
    ///
    /// @param keys of the row's features, from `offset` on
    int next(int place, int[] keys, int offset) {
        int key = keys[offset + nodes[place]] - nodes[place + 3]; // may wrap around, on purpose
        return nodes[place + 2] + (int) (((long) nodes[place + 1] - key) >>> 63) * NODE;
    }
}
