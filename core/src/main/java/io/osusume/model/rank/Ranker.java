package io.osusume.model.rank;

import io.osusume.data.Tensors;
import java.util.List;

/// Gives a row of features its margin: the log-odds that the row's label is 1. Immutable and
/// thread-safe.
///
/// Rows are row-major floats in the order of [#features()], `NaN` where a feature is missing.
public sealed interface Ranker permits TreeEnsemble, LogisticModel {
    /// The names of the features, in the order of a row.
    List<String> features();

    /// The number of features.
    default int width() {
        return features().size();
    }

    /// The log-odds of one row.
    ///
    /// @param rows read from `offset` to `offset + width()`
    double margin(float[] rows, int offset);

    /// The log-odds of many rows, each the same number as [#margin(float[], int)] gives.
    ///
    /// @param rows `rowCount` x `width()`, read
    /// @param margins written from 0 to `rowCount`
    void margins(float[] rows, int rowCount, double[] margins);

    /// What each feature adds to the margin of one row, counted from a reference row: the exact Shapley values of the
    /// game in which known features have the row's values and all others the reference's.
    ///
    /// @param rows read from `offset` to `offset + width()`
    /// @param reference `width()` features to compare with, such as those of a typical row; read
    /// @return `width() + 1` numbers, last the margin of the reference; their sum is the row's margin; the caller
    ///     owns it
    default double[] contributions(float[] rows, int offset, float[] reference) {
        return contributionsFrom(reference).of(rows, offset);
    }

    /// The same for many rows that are counted from one reference.
    ///
    /// @param reference kept; must not change
    Contributions contributionsFrom(float[] reference);

    /// What features add, counted from a reference. Safe for use by many threads.
    @FunctionalInterface
    interface Contributions {
        /// See [Ranker#contributions(float\[\], int, float\[\])].
        double[] of(float[] rows, int offset);
    }

    /// Everything needed to make the ranker again, by [#of(Tensors)].
    Tensors state();

    /// The ranker that gave this state.
    ///
    /// @throws IllegalArgumentException if the state is not that of a ranker
    static Ranker of(Tensors state) {
        String kind = state.attribute(RankerState.KIND);
        return switch (kind) {
            case TreeEnsemble.NAME -> TreeEnsemble.restored(state);
            case LogisticModel.NAME -> LogisticModel.restored(state);
            default ->
                throw new IllegalArgumentException("ranker must be " + TreeEnsemble.NAME + " or " + LogisticModel.NAME
                        + ", was '" + kind + "'; the file was not made by this program");
        };
    }

    /// The probability that belongs to a margin, in [0, 1].
    static double probability(double margin) {
        return 1 / (1 + Math.exp(-margin));
    }
}
