package io.osusume.boosting;

import io.osusume.model.rank.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the text form of a LightGBM model, version 4: numbers in it have 17 digits, so none is
/// rounded.
///
/// A tree is a block of lines `name=numbers`; children count splits from 0 up and leaves from -1 down.
final class ModelText {
    private static final int CATEGORICAL = 1;
    private static final int MISSING_LEFT = 2;
    private static final int MISSING_TYPE_SHIFT = 2;
    private static final int MISSING_IS_NONE = 0;
    private static final int MISSING_IS_NAN = 2;

    private final String[] feature;
    private final String[] threshold;
    private final String[] decision;
    private final String[] left;
    private final String[] right;
    private final String[] value;
    private final String[] cover;

    private ModelText(Map<String, String> block) {
        feature = numbers(block, "split_feature");
        threshold = numbers(block, "threshold");
        decision = numbers(block, "decision_type");
        left = numbers(block, "left_child");
        right = numbers(block, "right_child");
        value = numbers(block, "leaf_value");
        cover = numbers(block, "leaf_count");
    }

    /// The trees of a model in their order.
    ///
    /// @throws IllegalArgumentException if it asks for something that plain numeric trees cannot do
    static List<Tree> trees(String text) {
        List<Tree> trees = new ArrayList<>();
        Map<String, String> block = new HashMap<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("Tree=") || line.equals("end of trees")) {
                if (block.containsKey("num_leaves")) {
                    trees.add(new ModelText(block).tree(block));
                }
                block.clear();
            } else if (line.indexOf('=') > 0) {
                block.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
        }
        return trees;
    }

    /// A split that parts the missing from all others has the threshold `inf`.
    private static double number(String text) {
        return text.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    private static String[] numbers(Map<String, String> block, String name) {
        String line = block.getOrDefault(name, "");
        return line.isBlank() ? new String[0] : line.split(" ");
    }

    private Tree tree(Map<String, String> block) {
        if (!block.getOrDefault("num_cat", "0").equals("0")
                || !block.getOrDefault("is_linear", "0").equals("0")) {
            throw new IllegalArgumentException("a tree must have numeric splits and constant leaves, had num_cat="
                    + block.get("num_cat") + " and is_linear=" + block.get("is_linear"));
        }
        return "1".equals(block.get("num_leaves"))
                ? new Tree.Leaf(Double.parseDouble(value[0]), 1) // its rows are not counted
                : node(0);
    }

    private Tree node(int node) {
        if (node < 0) {
            return new Tree.Leaf(Double.parseDouble(value[~node]), Integer.parseInt(cover[~node]));
        }
        double at = number(threshold[node]);
        return new Tree.Split(
                Integer.parseInt(feature[node]),
                at,
                missingLeft(Integer.parseInt(decision[node]), at),
                node(Integer.parseInt(left[node])),
                node(Integer.parseInt(right[node])));
    }

    /// Where a missing number goes: as the split says if some were missing in training, else as 0 goes.
    private static boolean missingLeft(int decision, double threshold) {
        int type = decision >> MISSING_TYPE_SHIFT;
        if ((decision & CATEGORICAL) != 0 || (type != MISSING_IS_NONE && type != MISSING_IS_NAN)) {
            throw new IllegalArgumentException(
                    "a split must be numeric and take NaN for missing, had the decision type " + decision);
        }
        return type == MISSING_IS_NAN ? (decision & MISSING_LEFT) != 0 : 0 <= threshold;
    }
}
