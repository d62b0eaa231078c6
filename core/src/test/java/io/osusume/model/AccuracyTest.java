package io.osusume.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.Evaluator;
import io.osusume.evaluation.Part;
import io.osusume.evaluation.Split;
import io.osusume.kernel.Kernels;
import io.osusume.model.als.ImplicitAlsTrainer;
import io.osusume.model.ease.EaseTrainer;
import io.osusume.model.edlae.EdlaeTrainer;
import io.osusume.model.knn.ItemKnnTrainer;
import io.osusume.model.popularity.PopularityTrainer;
import io.osusume.model.twotower.TwoTowerTrainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// One gate a model on real test users: a band around the measured NDCG@10, always above popularity.
@Tag("shared")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccuracyTest {
    /// `.ci/run` holds `./osusume evaluate` to these figures, on the same users.
    private static final String MAIN_JOB = "the main job of .ci/run measures it; -Dosusume.tests=all runs it here too";

    private static final double POPULARITY = 0.1827;

    private final Split split = Mal5000.split();

    private double ndcg(Trainer<? extends FoldIn> trainer) {
        Kernels kernels = RecommenderContract.kernels(2);
        FoldIn model = trainer.train(split.training(), kernels, TrainingListener.SILENT);
        return new Evaluator(Bootstrap.DEFAULT, System::nanoTime)
                .evaluate(model, split, Part.TEST, kernels.threads(), TrainingListener.SILENT)
                .estimate("ndcg@10")
                .orElseThrow()
                .mean();
    }

    @Test
    @EnabledIfSystemProperty(named = "osusume.tests", matches = "all", disabledReason = MAIN_JOB)
    void popularityIsTheFloor() {
        assertEquals(POPULARITY, ndcg(new PopularityTrainer()), 0.0005);
    }

    @Test
    void itemNeighboursReachTheirFigure() {
        assertBand(0.435, 0.447, ndcg(ItemKnnTrainer.defaults()));
    }

    /// `implicit`'s CosineRecommender with K = 5, which counts the item itself, reaches .4187.
    @Test
    void fourNeighboursByThePlainCosineReachTheReference() {
        assertBand(0.4177, 0.4197, ndcg(new ItemKnnTrainer(4, 0)));
    }

    @Test
    @EnabledIfSystemProperty(named = "osusume.tests", matches = "all", disabledReason = MAIN_JOB)
    void easeReachesTheReference() {
        assertBand(0.533, 0.537, ndcg(EaseTrainer.defaults()));
    }

    @Test
    @EnabledIfSystemProperty(named = "osusume.tests", matches = "all", disabledReason = MAIN_JOB)
    void edlaeReachesItsFigureWellAboveEase() {
        assertBand(0.585, 0.596, ndcg(EdlaeTrainer.defaults()));
    }

    @Test
    @EnabledIfSystemProperty(named = "osusume.tests", matches = "all", disabledReason = MAIN_JOB)
    void alsWithFewFactorsReachesItsFigure() {
        assertBand(0.46, 0.48, ndcg(new ImplicitAlsTrainer(128, 1, 10, 15, 3, 1)));
    }

    /// Twelve epochs of the sixty: enough for the gate.
    @Test
    void theRankingNetReachesItsFigure() {
        TwoTowerTrainer usual = TwoTowerTrainer.defaults();
        assertBand(
                0.38,
                0.42,
                ndcg(new TwoTowerTrainer(
                        usual.embeddingSize(),
                        12,
                        usual.batchSize(),
                        usual.schedule(),
                        usual.temperature(),
                        usual.dropout(),
                        usual.validationUsers(),
                        usual.patience(),
                        usual.seed())));
    }

    private static void assertBand(double low, double high, double found) {
        assertTrue(
                found >= low && found <= high && found > POPULARITY,
                "NDCG@10 must be in [" + low + ", " + high + "], was " + found);
    }
}
