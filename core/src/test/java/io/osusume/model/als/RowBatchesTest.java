package io.osusume.model.als;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.RatingScale;
import io.osusume.model.SampleInteractions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowBatchesTest {
    private static final Interactions DATA = SampleInteractions.random(700, 90, 40, RatingScale.SCORED_ONLY, 3);

    /// From all rows long (nothing stays in the cache) to all short.
    @Test
    void everyRowIsInOneBatch() {
        for (int cached : new int[] {0, 1, 25, 30, 1000}) {
            int[] seen = new int[700];
            for (int[] batch : RowBatches.of(DATA, cached)) {
                for (int row : batch) {
                    seen[row]++;
                }
            }
            for (int row = 0; row < 700; row++) {
                assertEquals(1, seen[row], "row " + row + " with " + cached + " rows cached");
            }
        }
    }

    /// Rows 0 to 3 have 1, 3, 2 and 0 entries. With room for 2, the row of 3 is long; the row of 2 fills a batch, and
    /// the rows of 1 and 0 share one.
    @Test
    void shortRowsShareABatchAsFarAsTheirEntriesFit() {
        Interactions rows = new InteractionsBuilder(4, 3, RatingScale.SCORED_ONLY)
                .add(0, 0, 0)
                .add(1, 0, 0)
                .add(1, 1, 0)
                .add(1, 2, 0)
                .add(2, 0, 0)
                .add(2, 2, 0)
                .build();
        List<int[]> batches = RowBatches.of(rows, 2);
        assertEquals(3, batches.size());
        assertArrayEquals(new int[] {1}, batches.get(0));
        assertArrayEquals(new int[] {2}, batches.get(1));
        assertArrayEquals(new int[] {0, 3}, batches.get(2));
    }

    @Test
    void stretchesAreAllEntriesOfEveryRowInOrderAndBlockByBlock() {
        int[] batch = {5, 2, 699};
        for (int block : new int[] {7, 45, 1000}) {
            List<List<Integer>> found = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            int[] last = {0}; // the block of the stretch before
            new BatchEntries(batch, DATA, block).forEachStretch((place, items, from, to) -> {
                for (int k = from; k < to; k++) {
                    found.get(place).add(items[k]);
                }
                if (block < 100) { // more entries than this: in blocks
                    assertEquals(items[from] / block, items[to - 1] / block);
                    assertTrue(items[from] / block >= last[0]);
                    last[0] = items[from] / block;
                }
            });
            for (int place = 0; place < 3; place++) {
                List<Integer> expected = new ArrayList<>();
                for (int entry = DATA.begin(batch[place]); entry < DATA.end(batch[place]); entry++) {
                    expected.add(DATA.item(entry));
                }
                assertEquals(expected, found.get(place));
            }
        }
    }
}
