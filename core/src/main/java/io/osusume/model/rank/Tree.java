package io.osusume.model.rank;

/// A binary decision tree with a number at each leaf, as it is handed to
/// [TreeEnsemble#of(java.util.List, java.util.List)].
public sealed interface Tree {
    /// How many training rows came here.
    int cover();

    /// An end.
    ///
    /// @param value what a row that comes here adds to its margin
    /// @param cover at least 1
    record Leaf(double value, int cover) implements Tree {
        public Leaf {
            if (!Double.isFinite(value) || cover < 1) {
                throw new IllegalArgumentException(
                        "a leaf must have a finite value and a cover of at least 1, had " + value + " and " + cover);
            }
        }
    }

    /// A question: rows with `feature <= threshold` go left, others right, missing ones as is said.
    ///
    /// @param feature the position in a row
    /// @param threshold may be infinite, not `NaN`
    record Split(int feature, double threshold, boolean missingLeft, Tree left, Tree right) implements Tree {
        public Split {
            if (feature < 0 || Double.isNaN(threshold)) {
                throw new IllegalArgumentException("a split must have a feature from 0 and a threshold that is a"
                        + " number, had " + feature + " and " + threshold);
            }
        }

        @Override
        public int cover() {
            return Math.addExact(left.cover(), right.cover());
        }
    }
}
