package io.osusume.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTest {
    @Test
    void equalScoresStandByTheirIndexAndWhatIsExcludedOrNoNumberIsNotThere() {
        float[] scores = {1, 3, Float.NaN, 3, Float.NEGATIVE_INFINITY, -0f, 0f, 9};
        Ranking ranking = Ranking.best(scores, new int[] {7}, 10);
        assertArrayEquals(new int[] {1, 3, 0, 5, 6}, ranking.indices());
        assertEquals(3, ranking.score(1));
        assertEquals(0, Ranking.best(scores, new int[0], 0).size());
    }

    /// Few different scores make many ties; rising scores fill the buffer at every turn.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 110, 999, 1000, 2000})
    void theBestAreTheFirstOfAllSorted(int n) {
        SplittableRandom random = new SplittableRandom(n);
        for (int kind = 0; kind < 3; kind++) {
            float[] scores = new float[1000];
            for (int k = 0; k < scores.length; k++) {
                scores[k] = switch (kind) {
                    case 0 -> (float) random.nextGaussian();
                    case 1 -> random.nextInt(5);
                    default -> k;
                };
            }
            int[] sorted = IntStream.range(0, scores.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer k) -> -scores[k]))
                    .mapToInt(Integer::intValue)
                    .limit(n)
                    .toArray();
            assertArrayEquals(sorted, Ranking.best(scores, new int[0], n).indices(), "kind " + kind + ", seed " + n);
        }
    }
}
