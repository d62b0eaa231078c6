package io.osusume.model.hybrid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.data.TrainingData;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.Cooccurrences;
import io.osusume.model.SampleInteractions;
import io.osusume.model.TrainingListener;
import io.osusume.model.edlae.Edlae;
import io.osusume.model.edlae.EdlaeTrainer;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    private static final Threads THREADS = new Threads(2);
    private static final Kernels KERNELS = new Kernels(VectorMath.scalar(), DenseMath.java(THREADS), THREADS);
    private static final Interactions LISTS = SampleInteractions.random(200, 90, 20, RatingScale.SCORED_ONLY, 3);

    private final float[] counts = new Cooccurrences(LISTS).matrix(THREADS);
    private final Overlaps overlaps = Overlaps.of(90, counts, THREADS);
    private final Edlae linear = new EdlaeTrainer(2, 0.3, 0.8)
            .train(TrainingData.of(LISTS), counts.clone(), KERNELS, TrainingListener.SILENT);
    private final int[] users = LISTS.itemCounts();

    private Neighbours kept(int byWeight, int byUsers) {
        return Neighbours.of(linear.weights(), overlaps, users, new NeighbourLimits(byWeight, byUsers), THREADS);
    }

    @Test
    void withWideLimitsEveryPairIsThereAndScoresOrderAsTheLinearModel() {
        Neighbours all = kept(90, 90);
        Profile profile = Profile.ofItems(3, 17, 44, 80);
        float[] sums = new float[90];
        float[] scores = new float[90];
        all.sum(profile, sums, scores);
        ItemTable items = ItemTable.of(TrainingData.of(LISTS));
        new LogStrength(0.8, 0).score(sums, scores, items);
        float[] expectedSums = new float[90];
        float[] expected = new float[90];
        linear.score(profile, expectedSums, expected);
        assertArrayEquals(expectedSums, sums, 1e-6f);
        for (int item = 0; item < 90; item++) {
            if (expectedSums[item] > 1e-6) {
                assertEquals(Math.log(expected[item]), scores[item], 1e-4, "item " + item);
            } else if (expectedSums[item] < -1e-6) {
                assertTrue(scores[item] < LogStrength.NONE);
            }
        }
    }

    @Test
    void theLargestWeightsAndTheMostUsersInCommonAreKept() {
        Neighbours few = kept(5, 7);
        for (int item = 0; item < 90; item++) {
            if (users[item] == 0) {
                continue;
            }
            int size = few.end(item) - few.begin(item);
            assertTrue(size >= 7 && size <= 12, "item " + item + " keeps " + size);
            float[] weights = new float[90];
            float[] common = new float[90];
            for (int other = 0; other < 90; other++) {
                weights[other] = Math.abs(linear.weights().weight(item, other));
                common[other] = other == item ? 0 : counts[item * 90 + other];
            }
            float fifth = ascending(weights)[85];
            float seventh = ascending(common)[83];
            for (int other = 0; other < 90; other++) {
                boolean kept = few.place(item, other) >= 0;
                assertTrue(kept || weights[other] <= fifth, item + " lacks " + other);
                assertTrue(kept || common[other] <= seventh * 1.0001f, item + " lacks " + other);
                assertTrue(!kept || weights[other] >= fifth || common[other] >= seventh * 0.9999f, "needless pair");
                if (kept) {
                    assertEquals(linear.weights().weight(item, other), few.weight(item, other));
                    int smaller = Math.min(users[item], users[other]);
                    assertEquals(counts[item * 90 + other], few.share(few.place(item, other)) * smaller, 1e-3);
                }
            }
        }
    }

    private static float[] ascending(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    @Test
    void theStateHoldsTheSamePairs() {
        Neighbours few = kept(5, 7);
        Neighbours restored = Neighbours.of(few.addedTo(io.osusume.data.Tensors.of(Map.of())), 90);
        for (int from = 0; from < 90; from++) {
            for (int to = 0; to < 90; to++) {
                assertEquals(few.place(from, to), restored.place(from, to));
                assertEquals(few.weight(from, to), restored.weight(from, to));
            }
        }
    }

    @Test
    void logarithmsAreTheLibrarysButForTheLastDigits() {
        for (float x = 1e-12f; x < 1e9f; x *= 1.037f) {
            assertEquals(Math.log(x), LogStrength.ln(x), 4e-6, "of " + x);
        }
    }

    @Test
    void theRankedValueIsThatOfTheSortedArray() {
        float[] values = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
        float[] sorted = ascending(values);
        for (int rank = 1; rank <= values.length; rank++) {
            assertEquals(sorted[values.length - rank], Selection.largest(values.clone(), rank));
        }
    }

    @Test
    void limitsHaveARange() {
        assertEquals(
                "neighbours-by-users must be in [1, 65536], was 0",
                assertThrows(IllegalArgumentException.class, () -> new NeighbourLimits(1, 0))
                        .getMessage());
    }
}
