package io.osusume.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskMathTest {
    private static final int ROWS = MaskMath.ROWS;

    /// Row 0 has key 5, above thresholds 1 and 4 but not above 5; row 1 has key 4; all others 1.
    @Test
    void bitsAreClearedWhereAKeyIsAboveAThreshold() {
        for (MaskMath math : new MaskMath[] {MaskMath.scalar(), MaskMath.simd()}) {
            int[] keys = new int[ROWS + 1];
            Arrays.fill(keys, 1);
            keys[1] = 5;
            keys[2] = 4;
            int[] bits = new int[2 * ROWS];
            Arrays.fill(bits, 0b1111);
            math.clearAbove(
                    keys,
                    1,
                    new int[] {0, 1, 4, 5},
                    new int[] {0, 0, ROWS, ROWS},
                    new int[] {0, 0b0111, 0b1011, 0b1101},
                    1,
                    4,
                    bits);
            int[] expected = new int[2 * ROWS];
            Arrays.fill(expected, 0b1111);
            expected[0] = 0b0111;
            expected[1] = 0b0111;
            expected[ROWS] = 0b1011;
            assertArrayEquals(expected, bits, math.name());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 15, 207})
    void bothImplementationsGiveTheSameBits(int splits) {
        SplittableRandom random = new SplittableRandom(splits);
        int[] thresholds = random.ints(splits).sorted().toArray();
        int[] keys = random.ints(ROWS + 3).toArray();
        keys[4] = Integer.MAX_VALUE;
        keys[5] = Integer.MIN_VALUE;
        if (splits > 2) {
            keys[6] = thresholds[1]; // exactly on one
        }
        int[] masks = random.ints(splits).toArray();
        int[] places = random.ints(splits, 0, 9).map(tree -> tree * ROWS).toArray();
        int[] expected = random.ints(9 * ROWS).toArray();
        int[] found = expected.clone();

        MaskMath.scalar().clearAbove(keys, 3, thresholds, places, masks, 0, splits, expected);
        MaskMath.simd().clearAbove(keys, 3, thresholds, places, masks, 0, splits, found);

        assertArrayEquals(expected, found, "seed " + splits);
    }

    @Test
    void eachSaysItsName() {
        assertEquals("scalar", MaskMath.scalar().name());
        assertEquals("simd", MaskMath.fastest().name(), "tests are started with the vector module");
    }
}
