package io.osusume.prepare;

import java.util.Arrays;

/// How many rows each item has, and how many rows have no score.
final class Tally {
    private final int[] rowsByRank;
    private final long unscored;

    private Tally(int[] rowsByRank, long unscored) {
        this.rowsByRank = rowsByRank;
        this.unscored = unscored;
    }

    /// Counts all rows.
    ///
    /// @param ranks how many items there are, also those without a row
    static Tally of(PackedRows rows, int ranks) {
        int[] rowsByRank = new int[ranks];
        long unscored = 0;
        for (int user = 0; user < rows.users(); user++) {
            int[] packed = rows.copy(user);
            for (int row : packed) {
                rowsByRank[PackedRows.rank(row)]++;
                if (PackedRows.rating(row) == 0) {
                    unscored++;
                }
            }
        }
        return new Tally(rowsByRank, unscored);
    }

    /// The rows of the item with that rank.
    int rows(int rank) {
        return rowsByRank[rank];
    }

    /// How many rows have rating 0.
    long unscored() {
        return unscored;
    }

    /// How many items have a row.
    int itemCount() {
        return (int) Arrays.stream(rowsByRank).filter(count -> count > 0).count();
    }

    /// The dense index by rank, -1 for items without a row; owned by the caller.
    int[] itemIndices() {
        int[] indices = new int[rowsByRank.length];
        int next = 0;
        for (int rank = 0; rank < indices.length; rank++) {
            indices[rank] = rowsByRank[rank] > 0 ? next++ : -1;
        }
        return indices;
    }
}
