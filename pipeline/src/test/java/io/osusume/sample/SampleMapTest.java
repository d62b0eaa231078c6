package io.osusume.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.IdIndex;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.ItemFacts;
import io.osusume.data.RatingScale;
import io.osusume.data.TrainingData;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.TrainingListener;
import io.osusume.model.content.Content;
import io.osusume.model.content.ContentTrainer;
import io.osusume.model.layout.Layout;
import io.osusume.model.layout.LayoutTrainer;
import io.osusume.model.layout.NeighbourLists;
import io.osusume.model.layout.Regions;
import io.osusume.model.layout.Trustworthiness;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The map of the titles that come with the program, by their facts alone.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleMapTest {
    private static final Threads THREADS = new Threads(2);

    private final SampleCatalogue sample = SampleCatalogue.read();
    private final IdIndex items = IdIndex.of(sample.catalogue().titles().stream()
            .mapToLong(title -> title.itemId())
            .toArray());
    private final ItemFacts facts = ItemFacts.of(sample.catalogue(), items);
    private final Content content = ContentTrainer.defaults()
            .train(
                    new TrainingData(new InteractionsBuilder(1, items.size(), RatingScale.SCORED_ONLY).build(), facts),
                    new Kernels(VectorMath.fastest(), DenseMath.java(THREADS), THREADS),
                    TrainingListener.SILENT);
    private final Layout layout = LayoutTrainer.defaults()
            .train(NeighbourLists.of(content, items.size(), 15, THREADS), THREADS, TrainingListener.SILENT);

    @Test
    void neighboursOnTheMapHaveMuchInCommon() {
        double trust = Trustworthiness.of(layout, content, 10, 1);
        System.out.printf("trustworthiness of the map of the sample: %.4f%n", trust);
        assertTrue(trust > 0.9, "trustworthiness must be above .9, was " + trust);
    }

    @Test
    void nothingLiesInAPile() {
        assertEquals(1, Trustworthiness.largestPile(layout, 100));
    }

    @Test
    void mostAreasHaveAName() {
        Regions regions = Regions.of(layout, facts, 12, 1);
        long named = regions.regions().stream()
                .filter(region -> !region.words().isEmpty())
                .count();
        assertTrue(named >= 9, () -> "at least 9 of 12 areas must have a name: " + regions.regions());
        Set<String> words = new TreeSet<>();
        regions.regions().forEach(region -> words.addAll(region.words()));
        assertTrue(words.containsAll(List.of("Sports", "Sci-Fi")), () -> "Sports and Sci-Fi must be areas: " + words);
    }
}
