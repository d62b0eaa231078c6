package io.osusume.model.rank;

import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.kernel.MaskMath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sum of decision trees in flat arrays. The margin is the sum of the leaves a row comes to, added in
/// the order of the trees in `double`: bit for bit what the library that grew them adds up.
///
/// Each tree's nodes stand breadth-first, both children of a node side by side.
public final class TreeEnsemble implements Ranker {
    static final String NAME = "trees";
    private static final int LEAF = -1;

    private final List<String> features;
    private final int[] roots; // the first node of each tree, ascending
    private final int[] feature; // by node; LEAF for a leaf
    private final double[] number; // by node: the threshold of a split, the value of a leaf
    private final int[] missingLeft; // by node: 1 where missing features go left
    private final int[] child; // by node: the left child, the right one follows it; itself for a leaf
    private final int[] cover; // by node: how many training rows came here
    private final @Nullable LeafMasks masks; // null where a tree has too many leaves for them
    private final TreeScoring walk;
    private final TreeShap shap;

    private TreeEnsemble(
            List<String> features,
            int[] roots,
            int[] feature,
            double[] number,
            int[] missingLeft,
            int[] child,
            int[] cover) {
        this.features = features;
        this.roots = roots;
        this.feature = feature;
        this.number = number;
        this.missingLeft = missingLeft;
        this.child = child;
        this.cover = cover;
        masks = mostLeaves() <= LeafMasks.MOST_LEAVES ? new LeafMasks(this, MaskMath.fastest()) : null;
        FlatNodes nodes = new FlatNodes(this);
        walk = new TreeScoring(this, nodes);
        shap = new TreeShap(this, nodes);
    }

    /// The sum of these trees.
    ///
    /// @param features the names, in the order of a row
    /// @param trees in the order their leaves are added
    /// @throws IllegalArgumentException if a tree asks for a feature that a row does not have
    public static TreeEnsemble of(List<String> features, List<Tree> trees) {
        List<String> names = RankerState.checked(features);
        List<Tree> nodes = new ArrayList<>();
        int[] roots = new int[trees.size()];
        List<Integer> children = new ArrayList<>();
        for (int tree = 0; tree < roots.length; tree++) {
            roots[tree] = nodes.size();
            nodes.add(trees.get(tree));
            for (int node = roots[tree]; node < nodes.size(); node++) {
                if (nodes.get(node) instanceof Tree.Split split) {
                    children.add(nodes.size());
                    nodes.add(split.left());
                    nodes.add(split.right());
                } else {
                    children.add(node);
                }
            }
        }
        int count = nodes.size();
        int[] feature = new int[count];
        double[] number = new double[count];
        int[] missingLeft = new int[count];
        int[] child = children.stream().mapToInt(Integer::intValue).toArray();
        int[] cover = new int[count];
        for (int node = 0; node < count; node++) {
            cover[node] = nodes.get(node).cover();
            switch (nodes.get(node)) {
                case Tree.Leaf leaf -> {
                    feature[node] = LEAF;
                    number[node] = leaf.value();
                }
                case Tree.Split split -> {
                    feature[node] = split.feature();
                    number[node] = split.threshold();
                    missingLeft[node] = split.missingLeft() ? 1 : 0;
                    if (split.feature() >= names.size()) {
                        throw new IllegalArgumentException("a split must ask for a feature in [0, " + names.size()
                                + "), asked for " + split.feature());
                    }
                }
            }
        }
        return new TreeEnsemble(names, roots, feature, number, missingLeft, child, cover);
    }

    static TreeEnsemble restored(Tensors state) {
        int[] roots = state.ints("roots");
        int[] feature = state.ints("feature");
        int count = feature.length;
        int[] child = state.ints("child", count);
        List<String> features = RankerState.features(state);
        for (int tree = 0; tree < roots.length; tree++) {
            int end = tree + 1 < roots.length ? roots[tree + 1] : count;
            for (int node = roots[tree]; node < end; node++) {
                boolean fits = feature[node] == LEAF
                        ? child[node] == node
                        : feature[node] >= 0
                                && feature[node] < features.size()
                                && child[node] > node
                                && child[node] + 1 < end;
                if (!fits) {
                    throw new IllegalArgumentException("node " + node + " of tree " + tree
                            + " is neither a leaf nor a split with both children after it: feature " + feature[node]
                            + ", left child " + child[node] + "; train again or restore the file");
                }
            }
        }
        return new TreeEnsemble(
                features,
                roots,
                feature,
                state.doubles("number", count),
                state.ints("missing-left", count),
                child,
                state.ints("cover", count));
    }

    @Override
    public List<String> features() {
        return features;
    }

    /// The number of trees.
    public int trees() {
        return roots.length;
    }

    /// The most splits from the root of a tree to a leaf of it.
    public int depth(int tree) {
        return depthBelow(roots[tree]);
    }

    private int depthBelow(int node) {
        return isLeaf(node) ? 0 : 1 + Math.max(depthBelow(child[node]), depthBelow(child[node] + 1));
    }

    private int mostLeaves() {
        int most = 0;
        for (int tree = 0; tree < roots.length; tree++) {
            int end = tree + 1 < roots.length ? roots[tree + 1] : feature.length;
            most = Math.max(most, (end - roots[tree] + 1) / 2); // a binary tree has one leaf more than splits
        }
        return most;
    }

    int nodes() {
        return feature.length;
    }

    int root(int tree) {
        return roots[tree];
    }

    boolean isLeaf(int node) {
        return feature[node] == LEAF;
    }

    int feature(int node) {
        return feature[node];
    }

    /// The threshold of a split, the value of a leaf.
    double number(int node) {
        return number[node];
    }

    boolean missingLeft(int node) {
        return missingLeft[node] == 1;
    }

    /// The left child, followed by the right one; a leaf itself.
    int child(int node) {
        return child[node];
    }

    /// Which child a row goes to.
    private int next(int node, float[] rows, int offset) {
        float value = rows[offset + feature[node]];
        boolean left = Float.isNaN(value) ? missingLeft[node] == 1 : value <= number[node];
        return left ? child[node] : child[node] + 1;
    }

    @Override
    public double margin(float[] rows, int offset) {
        double sum = 0;
        for (int root : roots) {
            int node = root;
            while (feature[node] != LEAF) {
                node = next(node, rows, offset);
            }
            sum += number[node];
        }
        return sum;
    }

    @Override
    public void margins(float[] rows, int rowCount, double[] margins) {
        if (masks != null) {
            masks.margins(rows, rowCount, margins);
        } else {
            walk.margins(rows, rowCount, margins);
        }
    }

    @Override
    public Contributions contributionsFrom(float[] reference) {
        return shap.from(reference);
    }

    @Override
    public Tensors state() {
        int count = feature.length;
        return RankerState.of(NAME, features)
                .with("roots", Tensor.of(roots, roots.length))
                .with("feature", Tensor.of(feature, count))
                .with("number", Tensor.of(number, count))
                .with("missing-left", Tensor.of(missingLeft, count))
                .with("child", Tensor.of(child, count))
                .with("cover", Tensor.of(cover, count));
    }
}
