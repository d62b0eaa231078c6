package io.osusume.prepare;

import io.osusume.ratings.BadRow;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;

/// The rows of kept users and what is known of them.
final class KeptRows {
    private final PackedRows rows;
    private final long[] userIds;
    private final long[] allItemIds;
    private final Tally tally;
    private final List<PrepareReport.Step> steps;
    private final List<BadRow> badRows;

    /// @param rows sorted, without duplicates
    /// @param userIds by user index
    /// @param allItemIds by rank, also of items that only dropped users have
    /// @param badRows the first ones
    KeptRows(
            PackedRows rows,
            long[] userIds,
            long[] allItemIds,
            Tally tally,
            List<PrepareReport.Step> steps,
            List<BadRow> badRows) {
        this.rows = rows;
        this.userIds = userIds;
        this.allItemIds = allItemIds;
        this.tally = tally;
        this.steps = steps;
        this.badRows = badRows;
    }

    PackedRows rows() {
        return rows;
    }

    Tally tally() {
        return tally;
    }

    List<PrepareReport.Step> steps() {
        return steps;
    }

    List<BadRow> badRows() {
        return badRows;
    }

    /// A copy of the user ids, ascending.
    long[] userIds() {
        return userIds.clone();
    }

    /// Ids of the items that kept users have, ascending.
    long[] itemIds() {
        int[] indices = tally.itemIndices();
        long[] ids = new long[tally.itemCount()];
        for (int rank = 0; rank < indices.length; rank++) {
            if (indices[rank] >= 0) {
                ids[indices[rank]] = allItemIds[rank];
            }
        }
        return ids;
    }

    /// How many rows the items have for which the question is answered with yes.
    long rowsOf(LongPredicate asked) {
        long count = 0;
        for (int rank = 0; rank < allItemIds.length; rank++) {
            if (tally.rows(rank) > 0 && asked.test(allItemIds[rank])) {
                count += tally.rows(rank);
            }
        }
        return count;
    }

    /// How many items there are for which the question is answered with yes.
    long itemsOf(LongPredicate asked) {
        return Arrays.stream(itemIds()).filter(asked).count();
    }
}
