package io.osusume.model.hybrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
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
import java.util.stream.IntStream;
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
        float[] sums = new float[180];
        float[] scores = new float[90];
        all.sum(profile, sums);
        ItemTable items = ItemTable.of(TrainingData.of(LISTS));
        new LogStrength(0.8, 0).score(sums, items, scores, VectorMath.scalar());
        float[] expectedSums = new float[90];
        float[] expected = new float[90];
        linear.score(profile, expectedSums, expected);
        for (int item = 0; item < 90; item++) {
            assertEquals(expectedSums[item], sums[2 * item], 1e-6f);
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
        NeighbourRow row = few.row(90);
        for (int item = 0; item < 90; item++) {
            if (users[item] == 0) {
                continue;
            }
            few.read(item, row);
            assertTrue(row.size() >= 7 && row.size() <= 12, "item " + item + " keeps " + row.size());
            assertEquals(few.size(item), row.size());
            float[] weights = new float[90];
            float[] common = new float[90];
            for (int other = 0; other < 90; other++) {
                weights[other] = Math.abs(linear.weights().weight(item, other));
                common[other] = other == item ? 0 : counts[item * 90 + other];
            }
            float fifth = ascending(weights)[85];
            float seventh = ascending(common)[83];
            int found = 0;
            int weighted = 0;
            for (int other = 0; other < 90; other++) {
                int smaller = Math.min(users[item], users[other]);
                boolean weighs = row.weight(other) != 0;
                found += row.has(other) ? 1 : 0;
                weighted += weighs ? 1 : 0;
                assertEquals(row.has(other) ? counts[item * 90 + other] : 0, row.share(other) * smaller, 1e-3);
                assertEquals(weighs ? linear.weights().weight(item, other) : 0, row.weight(other));
                assertEquals(row.weight(other), few.weight(item, other));
                assertTrue(weighs ? weights[other] >= fifth : weights[other] <= fifth, item + " and " + other);
                assertTrue(
                        row.has(other)
                                ? weighs || common[other] >= seventh * .9999f
                                : common[other] <= seventh * 1.0001f,
                        item + " and " + other);
            }
            assertEquals(row.size(), found);
            assertEquals(5, weighted);
        }
    }

    @Test
    void pairsKeptForTheirUsersAloneHaveNoWeight() {
        Neighbours few = kept(5, 60);
        float[] sums = new float[180];
        few.sum(Profile.ofItems(3, 17), sums);
        for (int item = 0; item < 90; item++) {
            assertEquals(few.weight(3, item) + few.weight(17, item), sums[2 * item], 1e-6);
        }
    }

    @Test
    void neighboursAmongGivenItemsAreFoundInTheirOrder() {
        Neighbours few = kept(5, 7);
        NeighbourRow row = few.row(90);
        float[] ofUsers = new float[90];
        for (int item = 0; item < 90; item++) {
            ofUsers[item] = users[item];
        }
        int all = 0;
        for (int from = 0; from < 90; from++) {
            few.read(from, row);
            int[] items = IntStream.range(0, 90).filter(item -> item % 5 != 1).toArray();
            float[] some = new float[items.length];
            for (int k = 0; k < items.length; k++) {
                some[k] = ofUsers[items[k]];
            }
            float[] common = new float[items.length];
            float[] weights = new float[items.length + 3];
            char[] places = new char[items.length + 3];
            int found = row.find(items, some, users[from], common, weights, places, 3);
            int next = 3;
            for (int k = 0; k < items.length; k++) {
                assertEquals(row.share(items[k]) * Math.min(users[from], some[k]), common[k]);
                if (row.weight(items[k]) != 0) {
                    assertEquals(k, places[next]);
                    assertEquals(row.weight(items[k]), weights[next++]);
                }
            }
            assertEquals(next - 3, found);
            all += found;
        }
        assertTrue(all > 90);
    }

    @Test
    void theStateHoldsTheSamePairs() {
        Neighbours few = kept(5, 7);
        Neighbours restored = Neighbours.of(few.addedTo(Tensors.of(Map.of())), 90);
        NeighbourRow row = few.row(90);
        NeighbourRow same = restored.row(90);
        for (int from = 0; from < 90; from++) {
            few.read(from, row);
            restored.read(from, same);
            assertEquals(row.size(), same.size());
            for (int to = 0; to < 90; to++) {
                assertEquals(row.has(to), same.has(to));
                assertEquals(row.share(to), same.share(to));
                assertEquals(row.weight(to), same.weight(to));
                assertEquals(few.weight(from, to), restored.weight(from, to));
            }
        }
    }

    @Test
    void aStateOfAnEarlierVersionIsAnError() {
        Tensors earlier = Tensors.of(Map.of()).with("neighbours.rows", Tensor.of(new short[1], 1));
        assertEquals(
                "a hybrid's state must have a tensor 'neighbours.packed', found none: the model is of an earlier version;"
                        + " train it again",
                assertThrows(IllegalArgumentException.class, () -> Neighbours.of(earlier, 90))
                        .getMessage());
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

    private static float[] ascending(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
