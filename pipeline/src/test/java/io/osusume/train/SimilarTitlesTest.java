package io.osusume.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.catalog.CatalogueCsv;
import io.osusume.data.ItemFacts;
import io.osusume.data.SharedData;
import io.osusume.data.TrainingData;
import io.osusume.evaluation.Split;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.Mal5000;
import io.osusume.model.SimilarItems;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingListener;
import io.osusume.model.als.ImplicitAlsTrainer;
import io.osusume.model.content.ContentTrainer;
import io.osusume.model.edlae.EdlaeTrainer;
import io.osusume.model.knn.ItemKnnTrainer;
import io.osusume.model.net.EmbeddingNetTrainer;
import io.osusume.natives.OpenBlasLibrary;
import io.osusume.release.GoldenNeighbours;
import io.osusume.release.GoldenNeighbours.Found;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Similar titles against what fans expect, on real lists: the golden test of the product's "similar".
@Tag("shared")
class SimilarTitlesTest {
    private static final Threads THREADS = new Threads(2);
    private static final Kernels KERNELS = new Kernels(
            VectorMath.fastest(),
            OpenBlasLibrary.load(OpenBlasLibrary.defaultCache()).dense(THREADS),
            THREADS);

    @Test
    void theLinearModelFindsWhatFansExpectAndMoreThanAnyOther() throws IOException {
        Split split = Mal5000.split();
        ItemFacts facts = ItemFacts.of(CatalogueCsv.readFolder(SharedData.file("data/mal-2020")), split.items());
        TrainingData data = new TrainingData(split.training(), facts);
        GoldenNeighbours expected = GoldenNeighbours.among(split.items());
        Map<String, Found> found = new LinkedHashMap<>();
        for (Trainer<?> trainer : new Trainer<?>[] {
            EdlaeTrainer.defaults(),
            new ImplicitAlsTrainer(128, 1, 10, 10, 3, 43),
            new ItemKnnTrainer(200, 10),
            ContentTrainer.defaults(),
            EmbeddingNetTrainer.corrected()
        }) {
            SimilarItems model = (SimilarItems) trainer.train(data, KERNELS, TrainingListener.SILENT);
            found.put(
                    trainer.name(), expected.foundBy(model, facts.franchises()).orElseThrow());
        }
        String table = found.entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%-14s hit rate@10 %.3f  recall@20 %.3f  franchise mates@10 %.3f",
                        entry.getKey(),
                        entry.getValue().hitRate(),
                        entry.getValue().recall(),
                        entry.getValue().mates()))
                .collect(Collectors.joining("\n"));
        System.out.println(table);

        assertEquals(58, expected.titles().size());
        Found best = Objects.requireNonNull(found.get("edlae"));
        assertTrue(best.hitRate() >= 0.90, table);
        assertTrue(best.recall() >= 0.49 && best.recall() <= 0.60, table);
        assertTrue(best.mates() >= 0.94, table);
        found.forEach((name, other) -> assertTrue(other.hitRate() <= best.hitRate(), table));
    }
}
