package io.osusume.model.rank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class RankerRowsTest {
    private static final List<String> NAMES = List.of("a", "b");

    /// Row k is (k, -k) with label 1 for every third.
    private static RankerRows rows(int from, int count) {
        RankerRows.Builder rows = new RankerRows.Builder(NAMES);
        for (int k = from; k < from + count; k++) {
            rows.add(new float[] {99, k, -k}, 1, k % 3 == 0);
        }
        return rows.build();
    }

    @Test
    void joinedPartsAreTheRowsInTheOrderGiven() {
        RankerRows joined = RankerRows.of(List.of(rows(0, 1500), rows(1500, 0), rows(1500, 7), rows(1507, 2048)));
        assertEquals(3555, joined.size());
        assertEquals(1185, joined.positives());
        float[] all = new float[2 * 3555];
        joined.copy(0, 3555, all);
        float[] row = new float[2];
        for (int k = 0; k < 3555; k++) {
            assertEquals(k, all[2 * k]);
            assertEquals(-k, all[2 * k + 1]);
            assertEquals(k % 3 == 0 ? 1 : 0, joined.label(k));
            joined.copy(k, 1, row);
            assertEquals(k, row[0]);
        }
        float[] across = new float[20];
        joined.copy(1498, 10, across);
        assertEquals(1498, across[0]);
        assertEquals(-1507, across[19]);
    }

    @Test
    void aBuilderGoesOnAfterItHasBuilt() {
        RankerRows.Builder builder = new RankerRows.Builder(NAMES);
        RankerRows one = builder.add(new float[] {1, 2}, 0, true).build();
        RankerRows three = builder.addAll(new float[] {3, 4, 5, Float.NaN}, 2, new boolean[] {false, true})
                .build();
        assertEquals(1, one.size());
        assertEquals(3, three.size());
        float[] found = new float[6];
        three.copy(0, 3, found);
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, Float.NaN}, found);
        assertEquals(2, three.positives());
    }

    @Test
    void whatCannotBeLearntFromIsNamed() {
        RankerRows.Builder builder = new RankerRows.Builder(NAMES).add(new float[] {1, 2}, 0, true);
        assertEquals(
                "row 1: feature b must be finite, or NaN where it is missing, was -Infinity",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> builder.add(new float[] {1, Float.NEGATIVE_INFINITY}, 0, true))
                        .getMessage());
        assertEquals(
                "feature 1 must have a name of its own without commas, was 'a' among [a, a]",
                assertThrows(IllegalArgumentException.class, () -> new RankerRows.Builder(List.of("a", "a")))
                        .getMessage());
        assertEquals(
                "a row must have at least 1 feature, had none",
                assertThrows(IllegalArgumentException.class, () -> new RankerRows.Builder(List.of()))
                        .getMessage());
        RankerRows other = new RankerRows.Builder(List.of("c")).build();
        assertEquals(
                "all parts must have the same features, found [a, b] and [c]",
                assertThrows(IllegalArgumentException.class, () -> RankerRows.of(List.of(rows(0, 1), other)))
                        .getMessage());
        assertEquals(
                "rows must have at least 1 part, had none",
                assertThrows(IllegalArgumentException.class, () -> RankerRows.of(List.of()))
                        .getMessage());
    }
}
