package io.osusume.model.hybrid;

import java.util.List;

/// Some features of a candidate that are computed together.
interface FeatureGroup {
    /// Which entries of the list a group's features follow from, when a score is explained.
    enum Origin {
        /// Those with a weight to the candidate in the linear model.
        WEIGHTS,

        /// Those whose users often have the candidate.
        COOCCURRENCES,

        /// Those of the candidate's franchise.
        FRANCHISE,

        /// The list as a whole, or the candidate alone.
        NONE
    }

    /// See [Origin].
    Origin origin();

    /// Their names, in the order they are written.
    List<String> names();

    /// Writes the features of all candidates of a list, `NaN` where one is missing.
    ///
    /// @param links the list, its candidates and what lies between them
    /// @param rows row-major, a row a candidate, all 0 where the group writes
    /// @param column where the group's features begin in a row
    /// @param width of a row
    void write(Links links, float[] rows, int column, int width);
}
