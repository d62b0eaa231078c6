package io.osusume.model.als;

import io.osusume.data.Interactions;

/// The entries of a batch of rows, gone through block by block of the columns: what one row fetched of
/// a block is still in the cache for the next.
final class BatchEntries {
    private final int[][] items;
    private final int columns;
    private final int block;

    /// @param batch rows
    /// @param block columns of a block; batches with fewer entries than this are one block
    BatchEntries(int[] batch, Interactions rows, int block) {
        items = new int[batch.length][];
        int entries = 0;
        for (int place = 0; place < batch.length; place++) {
            int begin = rows.begin(batch[place]);
            items[place] = new int[rows.end(batch[place]) - begin];
            for (int k = 0; k < items[place].length; k++) {
                items[place][k] = rows.item(begin + k);
            }
            entries += items[place].length;
        }
        this.columns = rows.itemCount();
        this.block = entries <= block ? columns : block;
    }

    /// How many entries the row at a place of the batch has.
    int count(int place) {
        return items[place].length;
    }

    /// What is done with the entries of one row in one block: `items[from]` to `items[to]` (exclusive).
    interface Stretch {
        void accept(int place, int[] items, int from, int to);
    }

    /// All entries once, those of a row in ascending order.
    void forEachStretch(Stretch work) {
        int[] next = new int[items.length];
        for (long begin = 0; begin < columns; begin += block) {
            for (int place = 0; place < items.length; place++) {
                int from = next[place];
                int to = from;
                while (to < items[place].length && items[place][to] < begin + block) {
                    to++;
                }
                if (to > from) {
                    work.accept(place, items[place], from, to);
                    next[place] = to;
                }
            }
        }
    }
}
