package io.osusume.model.rank;

/// What each feature adds to the margin of an ensemble: the exact Shapley values of the expectation
/// that follows the training rows down the trees ("path-dependent").
///
/// Source: Lundberg, Erion and Lee, Consistent Individualized Feature Attribution for Tree Ensembles
/// (2018), algorithm 2.
public final class TreeShap {
    private final TreeEnsemble trees;
    private final double base;
    private final int stack;

    /// For this ensemble.
    public TreeShap(TreeEnsemble trees) {
        this.trees = trees;
        double sum = 0;
        int deepest = 0;
        for (int tree = 0; tree < trees.trees(); tree++) {
            sum += expected(trees.root(tree));
            deepest = Math.max(deepest, trees.depth(tree));
        }
        base = sum;
        stack = (deepest + 2) * (deepest + 3) / 2;
    }

    private double expected(int node) {
        if (trees.isLeaf(node)) {
            return trees.number(node);
        }
        int left = trees.child(node);
        return (trees.cover(left) * expected(left) + trees.cover(left + 1) * expected(left + 1)) / trees.cover(node);
    }

    /// The contributions of one row's features, and last the expected margin; their sum is the margin.
    ///
    /// @param rows read from `offset` to `offset + width`
    /// @return `width + 1` numbers; the caller owns it
    public double[] contributions(float[] rows, int offset) {
        double[] found = new double[trees.width() + 1];
        Walk walk = new Walk(rows, offset, found);
        for (int tree = 0; tree < trees.trees(); tree++) {
            if (!trees.isLeaf(trees.root(tree))) {
                walk.visit(trees.root(tree), 0, 0, 1, 1, -1);
            }
        }
        found[trees.width()] = base;
        return found;
    }

    /// One row on its way down. The path from the root is a stretch of the stack, each feature in it
    /// once: `zero`, the share of training rows that go on where the feature is unknown; `one`, 1 where
    /// the row itself goes on; `weight`, the sum of the weights of the subsets of a size.
    private final class Walk {
        private final float[] rows;
        private final int offset;
        private final double[] found;
        private final int[] feature = new int[stack];
        private final double[] zero = new double[stack];
        private final double[] one = new double[stack];
        private final double[] weight = new double[stack];

        Walk(float[] rows, int offset, double[] found) {
            this.rows = rows;
            this.offset = offset;
            this.found = found;
        }

        /// @param parent where the parent's path begins on the stack
        /// @param length of the parent's path
        void visit(int node, int parent, int length, double zeroShare, double oneShare, int split) {
            int path = parent + length;
            System.arraycopy(feature, parent, feature, path, length);
            System.arraycopy(zero, parent, zero, path, length);
            System.arraycopy(one, parent, one, path, length);
            System.arraycopy(weight, parent, weight, path, length);
            extend(path, length, zeroShare, oneShare, split);
            if (trees.isLeaf(node)) {
                for (int k = 1; k <= length; k++) {
                    found[feature[path + k]] +=
                            unwoundSum(path, length, k) * (one[path + k] - zero[path + k]) * trees.number(node);
                }
                return;
            }
            int hot = trees.next(node, rows, offset);
            int cold = trees.child(node) == hot ? hot + 1 : trees.child(node);
            double knownZero = 1;
            double knownOne = 1;
            int last = length;
            for (int k = 1; k <= length; k++) {
                if (feature[path + k] == trees.feature(node)) {
                    knownZero = zero[path + k];
                    knownOne = one[path + k];
                    unwind(path, length, k);
                    last--;
                    break;
                }
            }
            double all = trees.cover(node);
            visit(hot, path, last + 1, knownZero * trees.cover(hot) / all, knownOne, trees.feature(node));
            visit(cold, path, last + 1, knownZero * trees.cover(cold) / all, 0, trees.feature(node));
        }

        private void extend(int path, int length, double zeroShare, double oneShare, int split) {
            feature[path + length] = split;
            zero[path + length] = zeroShare;
            one[path + length] = oneShare;
            weight[path + length] = length == 0 ? 1 : 0;
            for (int k = length - 1; k >= 0; k--) {
                weight[path + k + 1] += oneShare * weight[path + k] * (k + 1) / (length + 1);
                weight[path + k] = zeroShare * weight[path + k] * (length - k) / (length + 1);
            }
        }

        /// Takes an element out of the path as if it had never been in it.
        private void unwind(int path, int length, int element) {
            double oneShare = one[path + element];
            double zeroShare = zero[path + element];
            double next = weight[path + length];
            for (int k = length - 1; k >= 0; k--) {
                if (oneShare != 0) {
                    double kept = weight[path + k];
                    weight[path + k] = next * (length + 1) / ((k + 1) * oneShare);
                    next = kept - weight[path + k] * zeroShare * (length - k) / (length + 1);
                } else {
                    weight[path + k] = weight[path + k] * (length + 1) / (zeroShare * (length - k));
                }
            }
            for (int k = element; k < length; k++) {
                feature[path + k] = feature[path + k + 1];
                zero[path + k] = zero[path + k + 1];
                one[path + k] = one[path + k + 1];
            }
        }

        /// The sum of the weights after [#unwind(int, int, int)], without changing the path.
        private double unwoundSum(int path, int length, int element) {
            double oneShare = one[path + element];
            double zeroShare = zero[path + element];
            double next = weight[path + length];
            double sum = 0;
            for (int k = length - 1; k >= 0; k--) {
                if (oneShare != 0) {
                    double kept = next * (length + 1) / ((k + 1) * oneShare);
                    sum += kept;
                    next = weight[path + k] - kept * zeroShare * (length - k) / (length + 1);
                } else {
                    sum += weight[path + k] / (zeroShare * (length - k) / (length + 1));
                }
            }
            return sum;
        }
    }
}
