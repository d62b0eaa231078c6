package io.osusume.model.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.kernel.Threads;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Against the sum over all pairs, on 3,000 items in a broad cloud and a dense one: seed 5.
class RepulsionTest {
    private static final int COUNT = 3_000;

    private final float[] x = new float[COUNT];
    private final float[] y = new float[COUNT];

    RepulsionTest() {
        SplittableRandom random = new SplittableRandom(5);
        for (int item = 0; item < COUNT; item++) {
            double spread = item % 3 == 0 ? 1 : 30;
            x[item] = (float) (random.nextGaussian() * spread);
            y[item] = (float) (random.nextGaussian() * spread + 10);
        }
    }

    @Test
    void farGroupsCountAlmostAsTheirItemsWould() {
        float[] push = new float[2 * COUNT];
        double sum = new Repulsion(IntStream.range(0, COUNT).toArray(), new Threads(2)).push(x, y, push);
        double exactSum = 0;
        double squaredError = 0;
        double squaredLength = 0;
        for (int item = 0; item < COUNT; item++) {
            double sumX = 0;
            double sumY = 0;
            for (int other = 0; other < COUNT; other++) {
                double dx = x[item] - x[other];
                double dy = y[item] - y[other];
                double near = 1 / (1 + dx * dx + dy * dy);
                exactSum += item == other ? 0 : near;
                sumX += near * near * dx;
                sumY += near * near * dy;
            }
            squaredError += Math.pow(push[2 * item] - sumX, 2) + Math.pow(push[2 * item + 1] - sumY, 2);
            squaredLength += sumX * sumX + sumY * sumY;
        }
        assertEquals(exactSum, sum, 0.002 * exactSum);
        double error = Math.sqrt(squaredError / squaredLength);
        assertTrue(error < 0.01, "the relative error must be below .01, was " + error);
    }

    @Test
    void onlyTheItemsNamedPushAndArePushed() {
        float[] push = new float[2 * COUNT];
        push[0] = 7;
        double sum = new Repulsion(new int[] {3, 4}, new Threads(1)).push(x, y, push);
        double dx = x[3] - x[4];
        double dy = y[3] - y[4];
        double near = 1 / (1 + dx * dx + dy * dy);
        assertEquals(2 * near, sum, 1e-5);
        assertEquals(near * near * dx, push[6], 1e-5);
        assertEquals(-near * near * dx, push[8], 1e-5);
        assertEquals(7, push[0]);
    }
}
