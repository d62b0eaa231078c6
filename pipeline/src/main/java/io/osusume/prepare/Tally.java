package io.osusume.prepare;

import java.util.Arrays;

/// How many rows each item has, and how many rows have no score.
final class Tally {
    private final int[] rowsByRank;
    private long rows;
    private long unscored;

    /// Nothing counted yet.
    ///
    /// @param ranks how many items there are, also those without a row
    Tally(int ranks) {
        this.rowsByRank = new int[ranks];
    }

    /// Counts packed rows.
    void add(int[] packed, int count) {
        for (int k = 0; k < count; k++) {
            rowsByRank[PackedRows.rank(packed[k])]++;
            unscored += PackedRows.rating(packed[k]) == 0 ? 1 : 0;
        }
        rows += count;
    }

    /// Adds what another one counted.
    void addAll(Tally other) {
        for (int rank = 0; rank < rowsByRank.length; rank++) {
            rowsByRank[rank] += other.rowsByRank[rank];
        }
        rows += other.rows;
        unscored += other.unscored;
    }

    /// How many rows there are.
    long rows() {
        return rows;
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
