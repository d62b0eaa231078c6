package io.osusume.model.layout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.kernel.Threads;
import io.osusume.model.Ranking;
import io.osusume.model.SimilarItems;
import io.osusume.model.TrainingListener;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayoutTrainerTest {
    private static final Threads TWO = new Threads(2);

    /// Items on a strip of 10 rows and 60 columns: the nearer, the more alike.
    private static final SimilarItems STRIP = (item, n) -> {
        float[] similarities = new float[600];
        for (int other = 0; other < similarities.length; other++) {
            double distance = Math.hypot(item % 60 - other % 60, (double) item / 60 - (double) other / 60);
            similarities[other] = (float) Math.exp(-distance);
        }
        return Ranking.best(similarities, new int[] {item}, n);
    };

    /// Five groups of 40 items that have nothing to do with each other; in a group all are alike.
    private static final SimilarItems GROUPS = (item, n) -> {
        float[] similarities = new float[200];
        for (int other = 0; other < similarities.length; other++) {
            similarities[other] = item % 5 == other % 5 ? 0.5f : 0;
        }
        return Ranking.best(similarities, new int[] {item}, n);
    };

    private static Layout layout(SimilarItems model, int itemCount, Threads threads) {
        return LayoutTrainer.defaults()
                .train(NeighbourLists.of(model, itemCount, 15, threads), threads, TrainingListener.SILENT);
    }

    private static float[] positions(Layout layout) {
        return layout.state().floats("positions", layout.itemCount(), 2);
    }

    @Test
    void neighboursOnTheMapAreNeighboursInTheModel() {
        double trust = Trustworthiness.of(layout(STRIP, 600, TWO), STRIP, 10, 1);
        assertTrue(trust > 0.97, "trustworthiness must be above .97, was " + trust);
    }

    @Test
    void theEndsOfAStripLieFarApart() {
        Layout layout = layout(STRIP, 600, TWO);
        double ends = distance(layout, 300, 359);
        double half = distance(layout, 300, 330);
        double step = distance(layout, 300, 301);
        assertTrue(ends > 1 && half > 5 * step, "distances: " + ends + ", " + half + ", " + step);
    }

    @Test
    void groupsStandApart() {
        Layout layout = layout(GROUPS, 200, TWO);
        double trust = Trustworthiness.of(layout, GROUPS, 39, 1);
        assertTrue(trust > 0.95, "nearly all of the 39 nearest must be of the same group, was " + trust);
        for (int item = 0; item < 200; item++) {
            int from = item;
            int nearest = IntStream.range(0, 200)
                    .filter(other -> other != from)
                    .boxed()
                    .min((a, b) -> Double.compare(distance(layout, from, a), distance(layout, from, b)))
                    .orElseThrow();
            assertEquals(item % 5, nearest % 5, "item " + item + " lies beside item " + nearest);
        }
    }

    @Test
    void nothingLiesInAPile() {
        assertTrue(Trustworthiness.largestPile(layout(STRIP, 600, TWO), 100) <= 4);
        assertTrue(Trustworthiness.largestPile(layout(GROUPS, 200, TWO), 100) <= 4);
    }

    @Test
    void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads() {
        float[] expected = positions(layout(STRIP, 600, new Threads(1)));
        for (int threads = 2; threads <= 3; threads++) {
            assertArrayEquals(expected, positions(layout(STRIP, 600, new Threads(threads))), 0f, threads + " threads");
        }
    }

    @Test
    void theMapReachesItsFrameAndNotBeyond() {
        float[] positions = positions(layout(STRIP, 600, TWO));
        float largest = 0;
        for (float coordinate : positions) {
            largest = Math.max(largest, Math.abs(coordinate));
        }
        assertEquals(1, largest, 1e-5);
    }

    @Test
    void whatNobodyIsLikeStandsAtTheRim() {
        SimilarItems known =
                (item, n) -> item < 600 ? STRIP.similarItems(item, n) : Ranking.of(new int[0], new float[0]);
        Layout layout = layout(known, 620, TWO);
        for (int item = 0; item < 620; item++) {
            double reach = Math.max(Math.abs(layout.x(item)), Math.abs(layout.y(item)));
            assertEquals(item >= 600, reach > 0.95, "item " + item + " at " + reach);
        }
    }

    @Test
    void aFewItemsOrNoneHaveAMapToo() {
        SimilarItems pair = (item, n) -> Ranking.of(new int[] {1 - item}, new float[] {1});
        assertEquals(0, layout(pair, 0, TWO).itemCount());
        assertEquals(2, layout(pair, 2, TWO).itemCount());
        SimilarItems nobody = (item, n) -> Ranking.of(new int[0], new float[0]);
        assertEquals(1, layout(nobody, 1, TWO).itemCount());
    }

    @Test
    void itemsThatAModelDoesNotKnowAreFilledFromAnother() {
        NeighbourLists half = NeighbourLists.of(
                (item, n) -> item % 2 == 0 ? STRIP.similarItems(item, n) : Ranking.of(new int[0], new float[0]),
                600,
                5,
                TWO);
        NeighbourLists strip = NeighbourLists.of(STRIP, 600, 5, TWO);
        assertEquals(0, half.size(301));
        NeighbourLists filled = half.filledFrom(STRIP, TWO);
        assertEquals(5, filled.size(301));
        assertEquals(strip.neighbour(301, 4), filled.neighbour(301, 4));
        assertEquals(strip.similarity(301, 4), filled.similarity(301, 4));
        AtomicInteger asked = new AtomicInteger();
        half.filledFrom(
                (item, n) -> {
                    asked.incrementAndGet();
                    return STRIP.similarItems(item, n);
                },
                TWO);
        assertEquals(300, asked.get(), "only those without neighbours are asked about");
    }

    @Test
    void aRestoredLayoutIsTheSame() {
        Layout layout = layout(GROUPS, 200, TWO);
        assertArrayEquals(positions(layout), positions(Layout.of(layout.state())));
        assertEquals(
                layout.state().attributes(), Layout.of(layout.state()).state().attributes());
    }

    @Test
    void aBrokenStateIsRefused() {
        Tensors state = Tensors.of(Map.of("trainer", "none")).with("positions", Tensor.of(new float[] {0, 1.5f}, 1, 2));
        assertEquals(
                "a coordinate of the layout must be in [-1, 1], was 1.5 for item 0",
                assertThrows(IllegalArgumentException.class, () -> Layout.of(state))
                        .getMessage());
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertEquals(
                "iterations must be at least 1, was 0",
                assertThrows(IllegalArgumentException.class, () -> new LayoutTrainer(0, 12, 1, 1))
                        .getMessage());
        assertEquals(
                "exaggerations must be at least 1, were 0.5 and 1.0",
                assertThrows(IllegalArgumentException.class, () -> new LayoutTrainer(1, 0.5, 1, 1))
                        .getMessage());
        assertEquals(
                "k must be at least 1, was 0",
                assertThrows(IllegalArgumentException.class, () -> NeighbourLists.of(GROUPS, 200, 0, TWO))
                        .getMessage());
    }

    private static double distance(Layout layout, int a, int b) {
        return Math.hypot(layout.x(a) - layout.x(b), layout.y(a) - layout.y(b));
    }
}
