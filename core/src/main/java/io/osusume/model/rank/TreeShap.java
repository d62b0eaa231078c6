package io.osusume.model.rank;

/// What each feature adds to the margin of a row, counted from a reference row: the exact Shapley values of the game in
/// which known features have the row's values and all others the reference's ("interventional", with one background
/// row).
///
/// Of each tree only the nodes are visited that a mixture of both rows can come to. A leaf that needs `p` features of
/// the row and `q` of the reference gives each of the former `(p - 1)! q! / (p + q)!` of its value, and takes `p! (q -
/// 1)! / (p + q)!` of it from each of the latter. One walk adds that up: ten explanations take well under a
/// millisecond, where the expectation over all training rows ("path-dependent"), whose time grows with the square of
/// the depth, takes several.
///
/// Source: Lundberg and others, From local explanations to global understanding with explainable AI for trees (2020);
/// Sundararajan and Najmi, The many Shapley values for model explanation (2020).
final class TreeShap {
    private static final int NODE = 4; // numbers a node has in `nodes`: they lie in one line of the cache
    private static final int THRESHOLD = 1;
    private static final int CHILD = 2;
    private static final int LEAF = -1;

    private final TreeEnsemble trees;
    private final int[] nodes; // by node: column as in `keys` or LEAF, threshold, left child
    private final int side;
    private final double[] shares; // (p - 1)! q! / (p + q)! at p * side + q, p from 1

    /// For this ensemble.
    TreeShap(TreeEnsemble trees) {
        this.trees = trees;
        int deepest = 0;
        for (int tree = 0; tree < trees.trees(); tree++) {
            deepest = Math.max(deepest, trees.depth(tree));
        }
        side = Math.min(deepest, trees.width()) + 1; // a feature is taken once on a way
        shares = new double[side * side];
        for (int q = 0; q < side && side > 1; q++) {
            shares[side + q] = 1.0 / (q + 1);
            for (int p = 1; p + 1 < side; p++) {
                shares[(p + 1) * side + q] = shares[p * side + q] * p / (p + q + 1);
            }
        }
        nodes = new int[NODE * trees.nodes()];
        for (int node = 0; node < trees.nodes(); node++) {
            boolean leaf = trees.isLeaf(node);
            nodes[NODE * node] = leaf ? LEAF : 2 * trees.feature(node) + (trees.missingLeft(node) ? 0 : 1);
            nodes[NODE * node + THRESHOLD] = leaf ? 0 : FeatureKeys.ofThreshold(trees.number(node));
            nodes[NODE * node + CHILD] = trees.child(node);
        }
    }

    /// By column the number that thresholds are compared with: two columns a feature, in the second of which a missing
    /// one is above all thresholds.
    private int[] keys(float[] rows, int offset) {
        int[] keys = new int[2 * trees.width()];
        for (int feature = 0; feature < trees.width(); feature++) {
            int key = FeatureKeys.of(rows[offset + feature]);
            keys[2 * feature] = key;
            keys[2 * feature + 1] = key == FeatureKeys.MISSING ? Integer.MAX_VALUE : key;
        }
        return keys;
    }

    /// Which child of a split a row with these keys goes to.
    private int next(int node, int[] keys) {
        int at = NODE * node;
        return nodes[at + CHILD] + (keys[nodes[at]] <= nodes[at + THRESHOLD] ? 0 : 1);
    }

    /// See [Ranker#contributionsFrom(float\[\])].
    Ranker.Contributions from(float[] reference) {
        int[] ways = new int[trees.nodes()];
        int[] keys = keys(reference, 0);
        for (int node = 0; node < ways.length; node++) {
            ways[node] = nodes[NODE * node] == LEAF ? node : next(node, keys);
        }
        double margin = trees.margin(reference, 0);
        return (rows, offset) -> {
            Walk walk = new Walk(keys(rows, offset), ways);
            for (int tree = 0; tree < trees.trees(); tree++) {
                walk.visit(trees.root(tree), 0, 0);
            }
            walk.found[trees.width()] = margin;
            return walk.found;
        };
    }

    /// One row and its reference on their way down.
    private final class Walk {
        private static final byte OPEN = 0;
        private static final byte OF_ROW = 1;
        private static final byte OF_REFERENCE = 2;

        private final int[] keys; // of the row
        private final int[] ways; // by node: where the reference goes
        private final double[] found = new double[trees.width() + 1];
        private final byte[] taken = new byte[trees.width()];
        private double given; // of the nodes visited last, what each feature taken from the row gets
        private double lost; // and what each taken from the reference loses

        Walk(int[] keys, int[] ways) {
            this.keys = keys;
            this.ways = ways;
        }

        /// Sets `given` and `lost` of all that is below a node.
        ///
        /// @param p how many features the way here took from the row
        /// @param q how many it took from the reference
        void visit(int start, int p, int q) {
            int node = start;
            for (int column = nodes[NODE * node]; column != LEAF; column = nodes[NODE * node]) {
                int feature = column >> 1;
                int there = next(node, keys);
                int elsewhere = ways[node];
                if (there != elsewhere && taken[feature] == OPEN) {
                    part(feature, there, elsewhere, p, q);
                    return;
                }
                node = taken[feature] == OF_REFERENCE ? elsewhere : there;
            }
            given = p == 0 ? 0 : trees.number(node) * shares[p * side + q];
            lost = q == 0 ? 0 : trees.number(node) * shares[q * side + p];
        }

        private void part(int feature, int there, int elsewhere, int p, int q) {
            taken[feature] = OF_ROW;
            visit(there, p + 1, q);
            double givenThere = given;
            double lostThere = lost;
            taken[feature] = OF_REFERENCE;
            visit(elsewhere, p, q + 1);
            taken[feature] = OPEN;
            found[feature] += givenThere - lost;
            given += givenThere;
            lost += lostThere;
        }
    }
}
