package io.osusume.model.als;

import io.osusume.data.Interactions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts rows into batches that are solved together, so that what they need of the other side's factors
/// is fetched from memory seldom: few short rows, whose entries all stay in the cache from step to step,
/// or many long ones, which go through the other side block by block ([BatchEntries]).
final class RowBatches {
    private static final int SHORT_ROWS = 16; // at most in a batch
    private static final int LONG_ROWS = 256;

    private RowBatches() {}

    /// All rows, each in one batch; those with most entries come first.
    ///
    /// @param cached how many rows of the other side stay in the cache: a longer row is long
    static List<int[]> of(Interactions rows, int cached) {
        int[] order = longestFirst(rows);
        int longRows = 0;
        while (longRows < order.length && length(rows, order[longRows]) > cached) {
            longRows++;
        }
        List<int[]> batches = new ArrayList<>();
        int stride = (longRows + LONG_ROWS - 1) / LONG_ROWS; // dealt out like cards: equal batches
        for (int first = 0; first < stride; first++) {
            int[] batch = new int[(longRows - first + stride - 1) / stride];
            for (int k = 0; k < batch.length; k++) {
                batch[k] = order[first + k * stride];
            }
            batches.add(batch);
        }
        for (int begin = longRows; begin < order.length; ) {
            int end = begin;
            int entries = 0;
            while (end < order.length && end < begin + SHORT_ROWS) {
                entries += length(rows, order[end]);
                if (entries > cached && end > begin) {
                    break;
                }
                end++;
            }
            batches.add(Arrays.copyOfRange(order, begin, end));
            begin = end;
        }
        return batches;
    }

    private static int length(Interactions rows, int row) {
        return rows.end(row) - rows.begin(row);
    }

    private static int[] longestFirst(Interactions rows) {
        long[] keys = new long[rows.userCount()];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = (long) -length(rows, row) << 32 | row;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int k = 0; k < order.length; k++) {
            order[k] = (int) keys[k];
        }
        return order;
    }
}
