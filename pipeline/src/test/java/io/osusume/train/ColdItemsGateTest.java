package io.osusume.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.catalog.CatalogueCsv;
import io.osusume.data.ItemFacts;
import io.osusume.data.SharedData;
import io.osusume.data.TrainingData;
import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.ColdItems;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.Evaluator;
import io.osusume.evaluation.Part;
import io.osusume.evaluation.Split;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.FoldIn;
import io.osusume.model.Mal5000;
import io.osusume.model.TrainingListener;
import io.osusume.model.content.ContentTrainer;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What is found of titles nobody has watched yet: a tenth of the titles with five training users or more made cold,
/// and only these ranked for the test users. No model that learns from lists alone can tell them apart.
@Tag("shared")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ColdItemsGateTest {
    private static final Threads THREADS = new Threads(2);
    private static final Kernels KERNELS = new Kernels(VectorMath.fastest(), DenseMath.java(THREADS), THREADS);

    private final Split split = Mal5000.split();

    private static Evaluation evaluate(FoldIn model, Split split) {
        return new Evaluator(Bootstrap.DEFAULT, System::nanoTime)
                .evaluate(model, split, Part.TEST, THREADS, TrainingListener.SILENT);
    }

    private static double mean(Evaluation evaluation, String metric) {
        return evaluation.estimate(metric).orElseThrow().mean();
    }

    private static String line(String what, Evaluation evaluation) {
        return String.format(
                Locale.ROOT,
                "%-22s %d users  NDCG@10 %.4f  Recall@20 %.4f  %.2f ms a list",
                what,
                evaluation.userCount(),
                mean(evaluation, "ndcg@10"),
                mean(evaluation, "recall@20"),
                evaluation.meanScoringTime().toNanos() / 1e6);
    }

    private ItemFacts facts() throws IOException {
        return ItemFacts.of(CatalogueCsv.readFolder(SharedData.file("data/mal-2020")), split.items());
    }

    @Test
    void contentFindsTitlesNobodyHasWatched() throws IOException {
        ColdItems cold = ColdItems.draw(split, 0.1, 5, 7);
        FoldIn content = ContentTrainer.defaults()
                .train(new TrainingData(cold.split().training(), facts()), KERNELS, TrainingListener.SILENT);

        Evaluation found = evaluate(cold.only(content), cold.split());
        Evaluation chance = evaluate(cold.random(7), cold.split());

        String table = line("content, cold items", found) + "\n" + line("chance, cold items", chance);
        System.out.println(cold.size() + " cold items\n" + table);
        assertTrue(mean(found, "ndcg@10") >= 0.45 && mean(found, "ndcg@10") <= 0.65, table);
        assertTrue(mean(found, "recall@20") >= 0.5, table);
        assertTrue(mean(chance, "ndcg@10") <= 0.06, table);
    }

    @Test
    void contentAloneCompletesListsTwiceAsWellAsPopularity() throws IOException {
        FoldIn content = ContentTrainer.defaults()
                .train(new TrainingData(split.training(), facts()), KERNELS, TrainingListener.SILENT);

        Evaluation found = evaluate(content, split);

        String table = line("content, all items", found);
        System.out.println(table);
        assertTrue(mean(found, "ndcg@10") >= 0.36 && mean(found, "ndcg@10") <= 0.43, table); // popularity .1827
    }
}
