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
    private final TreeEnsemble trees;
    private final FlatNodes nodes;
    private final int side;
    private final double[] shares; // (p - 1)! q! / (p + q)! at p * side + q, p from 1

    /// For this ensemble.
    ///
    /// @param nodes of these trees
    TreeShap(TreeEnsemble trees, FlatNodes nodes) {
        this.trees = trees;
        this.nodes = nodes;
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
    }

    private int[] keys(float[] rows, int offset) {
        int[] keys = new int[trees.width()];
        FeatureKeys.write(rows, offset, keys.length, keys);
        return keys;
    }

    /// See [Ranker#contributionsFrom(float\[\])].
    Ranker.Contributions from(float[] reference) {
        int[] ways = new int[trees.nodes()];
        int[] keys = keys(reference, 0);
        for (int node = 0; node < ways.length; node++) {
            ways[node] = nodes.next(FlatNodes.NODE * node, keys, 0);
        }
        double margin = trees.margin(reference, 0);
        return (rows, offset) -> {
            Walk walk = new Walk(keys(rows, offset), ways);
            for (int tree = 0; tree < trees.trees(); tree++) {
                walk.visit(FlatNodes.NODE * trees.root(tree), 0, 0);
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
        private final int[] ways; // by node: the place the reference goes to
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
        /// @param start the node's place
        /// @param p how many features the way here took from the row
        /// @param q how many it took from the reference
        void visit(int start, int p, int q) {
            int node = start;
            while (!nodes.isLeaf(node)) {
                int feature = nodes.feature(node);
                int there = nodes.next(node, keys, 0);
                int elsewhere = ways[node / FlatNodes.NODE];
                if (there != elsewhere && taken[feature] == OPEN) {
                    part(feature, there, elsewhere, p, q);
                    return;
                }
                node = taken[feature] == OF_REFERENCE ? elsewhere : there;
            }
            double value = trees.number(node / FlatNodes.NODE);
            given = p == 0 ? 0 : value * shares[p * side + q];
            lost = q == 0 ? 0 : value * shares[q * side + p];
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
