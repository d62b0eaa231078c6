package io.osusume.boosting;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How an ensemble of trees is grown.
///
/// @param trees in [1, 10000]; fewer are grown if no split is left that helps
/// @param leaves the most a tree may have, in [2, 1024]
/// @param learningRate what a tree's answer is multiplied with, in (0, 1]
/// @param rowsPerLeaf the least a leaf must hold, in [1, 1000000]
/// @param featureShare how many of the features a tree may ask for, drawn anew for each, in (0, 1]
/// @param rowShare how many of the rows a tree learns from, drawn anew for each, in (0, 1]
/// @param regularization the L2 penalty on a leaf, in its rows' second derivatives, in [0, 1000000]
/// @param bins how many different values of a feature are told apart, in [2, 255]
public record BoostedTreesSettings(
        int trees,
        int leaves,
        double learningRate,
        int rowsPerLeaf,
        double featureShare,
        double rowShare,
        double regularization,
        int bins) {
    public BoostedTreesSettings {
        within("trees", trees, 1, 10_000);
        within("leaves", leaves, 2, 1024);
        share("learning-rate", learningRate);
        within("rows-per-leaf", rowsPerLeaf, 1, 1_000_000);
        share("feature-share", featureShare);
        share("row-share", rowShare);
        if (!(regularization >= 0 && regularization <= 1_000_000)) {
            throw new IllegalArgumentException("regularization must be in [0, 1000000], was " + regularization);
        }
        within("bins", bins, 2, 255);
    }

    /// The settings found good on some hundred thousand rows.
    public static BoostedTreesSettings defaults() {
        return new BoostedTreesSettings(150, 31, .1, 80, .5, .7, 5, 63);
    }

    private static void within(String name, int found, int least, int most) {
        if (found < least || found > most) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], was " + found);
        }
    }

    private static void share(String name, double found) {
        if (!(found > 0 && found <= 1)) {
            throw new IllegalArgumentException(name + " must be in (0, 1], was " + found);
        }
    }

    /// All settings by their public names.
    public SortedMap<String, String> byName() {
        return new TreeMap<>(Map.of(
                "trees", Integer.toString(trees),
                "leaves", Integer.toString(leaves),
                "learning-rate", Double.toString(learningRate),
                "rows-per-leaf", Integer.toString(rowsPerLeaf),
                "feature-share", Double.toString(featureShare),
                "row-share", Double.toString(rowShare),
                "regularization", Double.toString(regularization),
                "bins", Integer.toString(bins)));
    }
}
