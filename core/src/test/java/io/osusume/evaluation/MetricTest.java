package io.osusume.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// The metrics on lists small enough to check by hand.
class MetricTest {
    private static final double TINY = 1e-12;

    /// Items 5 and 9 of three held-out ones stand at the first and the third place of five.
    private static final Hits FIRST_AND_THIRD = Hits.of(new int[] {5, 1, 9, 2, 3}, new int[] {5, 7, 9});

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    @Test
    void ndcgDiscountsByTheLogarithmOfTheRank() {
        // DCG = 1/log2(2) + 1/log2(4) = 1 + .5; ideal of 3 held out = 1 + 1/log2(3) + .5 = 2.1309
        assertEquals(1.5 / (1 + 1 / log2(3) + .5), value(new Ndcg(10), FIRST_AND_THIRD), TINY);
        assertEquals(.7039180890341347, value(new Ndcg(10), FIRST_AND_THIRD), TINY);
    }

    @Test
    void ndcgsIdealIsCutAtTheListLength() {
        // n = 2: DCG = 1; ideal over min(2, 3) = 1 + 1/log2(3) = 1.6309
        assertEquals(1 / (1 + 1 / log2(3)), value(new Ndcg(2), FIRST_AND_THIRD), TINY);
    }

    @Test
    void recallDividesByWhatFits() {
        assertEquals(1.0 / 2, value(new Recall(2), FIRST_AND_THIRD), TINY); // 1 hit of min(2, 3)
        assertEquals(2.0 / 3, value(new Recall(5), FIRST_AND_THIRD), TINY); // 2 hits of min(5, 3)
        assertEquals(2.0 / 3, value(new Recall(50), FIRST_AND_THIRD), TINY); // beyond the end nothing is found
    }

    @Test
    void reciprocalRankLooksAtTheFirstHit() {
        assertEquals(1, value(new ReciprocalRank(), FIRST_AND_THIRD), TINY);
        assertEquals(1.0 / 3, value(new ReciprocalRank(), Hits.of(new int[] {4, 6, 8, 2}, new int[] {2, 8})), TINY);
        assertEquals(0, value(new ReciprocalRank(), Hits.of(new int[] {4, 6}, new int[] {2, 8})), TINY);
    }

    @Test
    void reciprocalRankStopsAtTheHundredthPlace() {
        int[] ranked = new int[101];
        for (int k = 0; k <= 100; k++) {
            ranked[k] = k;
        }
        assertEquals(1.0 / 100, value(new ReciprocalRank(), Hits.of(ranked, new int[] {99})), TINY);
        assertEquals(0, value(new ReciprocalRank(), Hits.of(ranked, new int[] {100})), TINY);
    }

    @Test
    void aPerfectListGetsOne() {
        Hits perfect = Hits.of(new int[] {3, 1, 8, 0}, new int[] {1, 3});
        for (Metric metric : Metric.REPORTED) {
            assertEquals(1, value(metric, perfect), TINY, metric.name());
        }
    }

    @Test
    void aListWithoutHitsGetsZeroAndAnEmptyOneToo() {
        for (Metric metric : Metric.REPORTED) {
            assertEquals(0, value(metric, Hits.of(new int[] {4, 6}, new int[] {2})), TINY, metric.name());
            assertEquals(0, value(metric, Hits.of(new int[] {}, new int[] {2})), TINY, metric.name());
        }
    }

    @Test
    void withNothingHeldOutEveryMetricIsUndefined() {
        for (Metric metric : Metric.REPORTED) {
            assertEquals(OptionalDouble.empty(), metric.of(Hits.of(new int[] {4, 6}, new int[] {})), metric.name());
        }
    }

    @Test
    void coverageCountsEachShownItemOnce() {
        List<int[]> lists = List.of(new int[] {0, 1, 2}, new int[] {1, 2, 3});

        assertEquals(OptionalDouble.of(4.0 / 8), new Coverage(10).of(lists, 8)); // 0, 1, 2, 3 of 8
        assertEquals(OptionalDouble.of(3.0 / 8), new Coverage(2).of(lists, 8)); // 0, 1, 2 of 8
        assertEquals(OptionalDouble.empty(), new Coverage(10).of(List.of(), 8));
    }

    @Test
    void theReportedMetricsHaveTheirPublicNames() {
        assertEquals(
                List.of("ndcg@10", "ndcg@100", "recall@20", "recall@50", "mrr"),
                Metric.REPORTED.stream().map(Metric::name).toList());
        assertEquals("coverage@10", Coverage.REPORTED.name());
    }

    @Test
    void aListLengthBeyondTheKeptPlacesIsRefused() {
        assertEquals(
                "n of a metric must be in [1, 100], was 101",
                assertThrows(IllegalArgumentException.class, () -> new Recall(101))
                        .getMessage());
        assertEquals(
                "n of a metric must be in [1, 100], was 0",
                assertThrows(IllegalArgumentException.class, () -> new Ndcg(0)).getMessage());
    }

    private static double value(Metric metric, Hits hits) {
        return metric.of(hits).orElseThrow();
    }
}
