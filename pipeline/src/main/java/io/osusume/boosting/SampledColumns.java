package io.osusume.boosting;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.osusume.model.rank.RankerRows;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Rows at even distances, column by column, zeros left out: what the library looks at to choose its
/// bins.
///
/// @param values by column an array of its numbers other than 0
/// @param indices by column an array of the sample's rows they stand in
/// @param counts by column how many they are
/// @param rows of the sample
record SampledColumns(MemorySegment values, MemorySegment indices, MemorySegment counts, int rows) {
    private static final int MOST_ROWS = 100_000;
    private static final float ZERO = 1e-35f; // what the library takes for 0

    static SampledColumns of(RankerRows rows, Arena arena) {
        int width = rows.width();
        int sampled = Math.min(rows.size(), MOST_ROWS);
        double[][] numbers = new double[width][sampled];
        int[][] places = new int[width][sampled];
        int[] counts = new int[width];
        float[] row = new float[width];
        for (int k = 0; k < sampled; k++) {
            rows.copy((int) ((long) k * rows.size() / sampled), 1, row);
            for (int column = 0; column < width; column++) {
                if (!(Math.abs(row[column]) <= ZERO)) {
                    numbers[column][counts[column]] = row[column];
                    places[column][counts[column]++] = k;
                }
            }
        }
        MemorySegment values = arena.allocate(ADDRESS, width);
        MemorySegment indices = arena.allocate(ADDRESS, width);
        for (int column = 0; column < width; column++) {
            MemorySegment value = arena.allocate(JAVA_DOUBLE, counts[column]);
            MemorySegment index = arena.allocate(JAVA_INT, counts[column]);
            MemorySegment.copy(numbers[column], 0, value, JAVA_DOUBLE, 0, counts[column]);
            MemorySegment.copy(places[column], 0, index, JAVA_INT, 0, counts[column]);
            values.setAtIndex(ADDRESS, column, value);
            indices.setAtIndex(ADDRESS, column, index);
        }
        return new SampledColumns(values, indices, arena.allocateFrom(JAVA_INT, counts), sampled);
    }
}
