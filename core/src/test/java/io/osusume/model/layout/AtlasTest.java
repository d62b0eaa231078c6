package io.osusume.model.layout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.ItemFacts;
import io.osusume.data.TitleType;
import io.osusume.kernel.Threads;
import io.osusume.model.Ranking;
import io.osusume.model.SampleTitles;
import io.osusume.model.SimilarItems;
import io.osusume.model.TrainingListener;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AtlasTest {
    private static final int COUNT = 200;
    private static final Threads TWO = new Threads(2);

    /// Of each two neighbours in number one is Mecha of the 1980s, one Romance of the 2010s; the model knows nothing of
    /// the last twenty.
    private static final ItemFacts FACTS = facts();

    private static final SimilarItems MODEL =
            (item, n) -> item >= 180 ? Ranking.of(new int[0], new float[0]) : alike(item, n);

    private static ItemFacts facts() {
        SampleTitles titles = new SampleTitles();
        for (int item = 0; item < COUNT; item++) {
            boolean mecha = item % 2 == 0;
            titles.add(
                    TitleType.TV, 7, 12, 24, (mecha ? 1980 : 2010) + item % 10, mecha ? "Mecha" : "Romance", "Action");
        }
        return titles.facts();
    }

    private static Ranking alike(int item, int n) {
        float[] similarities = new float[COUNT];
        for (int other = 0; other < COUNT; other++) {
            similarities[other] = item % 2 == other % 2 ? 1f / (1 + Math.abs(item - other)) : 0;
        }
        return Ranking.best(similarities, new int[] {item}, n);
    }

    private static Atlas drawn() {
        return Atlas.of(MODEL, AtlasTest::alike, FACTS, TWO, TrainingListener.SILENT);
    }

    @Test
    void whatAModelDoesNotKnowStandsBesideWhatItIsLikeByFacts() {
        Layout layout = drawn().layout();
        for (int item = 180; item < COUNT; item++) {
            int from = item;
            int nearest = IntStream.range(0, COUNT)
                    .filter(other -> other != from)
                    .boxed()
                    .min((a, b) -> Double.compare(distance(layout, from, a), distance(layout, from, b)))
                    .orElseThrow();
            assertEquals(item % 2, nearest % 2, "item " + item + " and the nearest to it, " + nearest);
        }
    }

    private static double distance(Layout layout, int a, int b) {
        return Math.hypot(layout.x(a) - layout.x(b), layout.y(a) - layout.y(b));
    }

    @Test
    void aCloserLookHasMoreAreas() {
        Atlas atlas = drawn();
        assertEquals(3, atlas.few().regions().size());
        assertEquals(10, atlas.many().regions().size());
        assertTrue(
                atlas.few().regions().stream().anyMatch(region -> region.words().contains("Mecha")),
                () -> "areas are " + atlas.few().regions());
    }

    @Test
    void aRestoredMapIsTheSame() {
        Atlas atlas = drawn();
        Atlas restored = Atlas.of(atlas.state());
        assertArrayEquals(
                atlas.layout().state().floats("positions"),
                restored.layout().state().floats("positions"));
        assertEquals(atlas.few().regions(), restored.few().regions());
        assertEquals(atlas.many().regions(), restored.many().regions());
        for (int item = 0; item < COUNT; item++) {
            assertEquals(atlas.many().regionOf(item), restored.many().regionOf(item));
        }
    }

    @Test
    void partsThatDoNotFitAreRefused() {
        Atlas atlas = drawn();
        Atlas other = Atlas.of(
                LayoutTrainer.defaults()
                        .train(NeighbourLists.of(AtlasTest::alike, 0, 15, TWO), TWO, TrainingListener.SILENT),
                ItemFacts.unknown(0));
        assertEquals(
                "the areas are of 0 and 200 items, the layout has 200",
                assertThrows(IllegalArgumentException.class, () -> new Atlas(atlas.layout(), other.few(), atlas.many()))
                        .getMessage());
    }
}
