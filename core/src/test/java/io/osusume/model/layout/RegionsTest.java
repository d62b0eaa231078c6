package io.osusume.model.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.osusume.data.ItemFacts;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.data.TitleType;
import io.osusume.model.SampleTitles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegionsTest {
    private static final int COUNT = 120;

    private final ItemFacts facts = facts();
    private final Layout layout = corners();

    /// Mecha of the 1980s, romances of the 2010s, and a third group in which nothing stands out;
    /// everything is Action, every third title a Comedy.
    private static ItemFacts facts() {
        SampleTitles titles = new SampleTitles();
        for (int item = 0; item < COUNT; item++) {
            String often = item % 2 == 0 ? "Action" : "Comedy";
            if (item < 40) {
                titles.add(TitleType.TV, 7, 12, 24, 1980 + item % 10, "Mecha", often);
            } else if (item < 70) {
                titles.add(TitleType.TV, 7, 12, 24, 2010 + item % 10, "Romance", often);
            } else {
                titles.add(TitleType.TV, 7, 12, 24, 1960 + item % 60, often);
            }
        }
        return titles.facts();
    }

    /// The three groups in three corners of the map.
    private static Layout corners() {
        float[] positions = new float[2 * COUNT];
        for (int item = 0; item < COUNT; item++) {
            float cornerX = item < 40 ? -0.8f : 0.8f;
            float cornerY = item < 70 ? -0.8f : 0.8f;
            positions[2 * item] = cornerX + 0.01f * (item % 5 - 2);
            positions[2 * item + 1] = cornerY + 0.01f * (item % 7 - 3);
        }
        return Layout.of(Tensors.of(Map.of("trainer", "by hand")).with("positions", Tensor.of(positions, COUNT, 2)));
    }

    @Test
    void areasAreNamedByWhatStandsOutInThem() {
        Regions regions = Regions.of(layout, facts, 3, 1);
        assertEquals(
                List.of(List.of(), List.of("Mecha", "1980s"), List.of("Romance", "2010s")),
                regions.regions().stream().map(Region::words).toList());
        assertEquals(
                List.of(50, 40, 30),
                regions.regions().stream().map(Region::itemCount).toList());
    }

    @Test
    void anItemLiesInItsArea() {
        Regions regions = Regions.of(layout, facts, 3, 1);
        assertEquals(List.of(1, 2, 0), List.of(regions.regionOf(5), regions.regionOf(50), regions.regionOf(100)));
        Region mecha = regions.regions().get(1);
        assertEquals(-0.8, mecha.x(), 0.01);
        assertEquals(-0.8, mecha.y(), 0.01);
        assertEquals(0.03, mecha.radius(), 0.01);
    }

    @Test
    void theSameSeedGivesTheSameAreas() {
        assertEquals(
                Regions.of(layout, facts, 8, 3).regions(),
                Regions.of(layout, facts, 8, 3).regions());
    }

    @Test
    void thereAreNeverMoreAreasThanItems() {
        Regions regions = Regions.of(layout, facts, 1000, 1);
        assertEquals(
                COUNT, regions.regions().stream().mapToInt(Region::itemCount).sum());
    }

    @Test
    void restoredAreasAreTheSame() {
        Regions regions = Regions.of(layout, facts, 8, 3);
        Regions restored = Regions.of(regions.state());
        assertEquals(regions.regions(), restored.regions());
        for (int item = 0; item < COUNT; item++) {
            assertEquals(regions.regionOf(item), restored.regionOf(item));
        }
        Regions none =
                Regions.of(Regions.of(layout(0), ItemFacts.unknown(0), 3, 1).state());
        assertEquals(List.of(), none.regions());
    }

    private static Layout layout(int count) {
        return Layout.of(
                Tensors.of(Map.of("trainer", "by hand")).with("positions", Tensor.of(new float[2 * count], count, 2)));
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        assertEquals(
                "the facts are about 2 items, the layout has 120",
                assertThrows(IllegalArgumentException.class, () -> Regions.of(layout, ItemFacts.unknown(2), 3, 1))
                        .getMessage());
        assertEquals(
                "count must be at least 1, was 0",
                assertThrows(IllegalArgumentException.class, () -> Regions.of(layout, facts, 0, 1))
                        .getMessage());
    }
}
