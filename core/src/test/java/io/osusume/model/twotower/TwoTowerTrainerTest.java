package io.osusume.model.twotower;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.SampleInteractions;
import io.osusume.model.TrainingException;
import io.osusume.model.TrainingListener;
import io.osusume.model.net.LearningRateSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class TwoTowerTrainerTest {
    private static final Threads THREADS = new Threads(2);
    private static final Kernels KERNELS = new Kernels(VectorMath.fastest(), DenseMath.java(THREADS), THREADS);
    private static final Interactions DATA = SampleInteractions.random(80, 60, 12, RatingScale.SCORED_ONLY, 5);

    private final List<String> notes = new ArrayList<>();
    private final List<Integer> epochs = new ArrayList<>();

    private TwoTowerNet train(TwoTowerTrainer trainer, Interactions data) {
        return trainer.train(data, KERNELS, new TrainingListener() {
            @Override
            public void epoch(int epoch, SortedMap<String, Double> metrics) {
                assertEquals(List.of("learning-rate", "loss", "validation-ndcg@100"), List.copyOf(metrics.keySet()));
                epochs.add(epoch);
            }

            @Override
            public void note(String sentence) {
                notes.add(sentence);
            }
        });
    }

    private static TwoTowerTrainer trainer(int epochs, double learningRate, int patience) {
        return new TwoTowerTrainer(
                8, epochs, 16, LearningRateSchedule.constant(learningRate), .2, .5, 200, patience, 5);
    }

    @Test
    void trainingStopsWhenTheRankingNoLongerGetsBetter() {
        train(trainer(500, 5e-2, 3), DATA);
        assertTrue(epochs.size() < 500, "stopped after " + epochs.size());
        assertTrue(
                notes.getFirst()
                        .matches("stopped after epoch \\d+ and restored epoch \\d+: the validation NDCG@100"
                                + " did not rise above its 0\\.\\d{4} for 3 epochs"),
                notes.getFirst());
    }

    @Test
    void aWeightThatStopsBeingANumberEndsTrainingAndNamesTheEpoch() {
        TrainingException failure = assertThrows(TrainingException.class, () -> train(trainer(5, 1e300, 3), DATA));
        assertEquals(
                "net-ranking epoch 1: the loss is not a finite number; lower the learning rate (1.0E300) or raise"
                        + " the temperature (0.2)",
                failure.getMessage());
    }

    @Test
    void listsOfOneItemTeachNothing() {
        Interactions single = new InteractionsBuilder(3, 4, RatingScale.SCORED_ONLY)
                .add(0, 1, 5)
                .add(1, 2, 5)
                .add(2, 0, 5)
                .add(2, 3, 5)
                .build();
        TrainingException failure = assertThrows(TrainingException.class, () -> train(trainer(5, 1e-2, 3), single));
        assertEquals("net-ranking needs at least 2 lists of 2 or more items, found 1 among 3", failure.getMessage());
    }

    @Test
    void anEmbeddingIsTheDirectionOfTheSumOfItsEntries() {
        TwoTowerNet net = train(trainer(3, 1e-2, 3), DATA);
        float[] first = net.state().floats("entries", 60, 8);
        double[] sum = new double[8];
        double square = 0;
        for (int k = 0; k < 8; k++) {
            sum[k] = first[4 * 8 + k] + first[9 * 8 + k];
            square += sum[k] * sum[k];
        }
        float[] expected = new float[8];
        for (int k = 0; k < 8; k++) {
            expected[k] = (float) (sum[k] / Math.sqrt(square));
        }
        assertArrayEquals(expected, net.embedding(Profile.ofItems(4, 9)), 1e-6f);
        assertArrayEquals(new float[8], net.embedding(Profile.ofItems()), 0f);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        LearningRateSchedule rate = LearningRateSchedule.constant(1e-3);
        refused("epochs must be at least 1, was 0", () -> new TwoTowerTrainer(8, 0, 1, rate, .1, .5, 1, 1, 1));
        refused("batch-size must be at least 1, was 0", () -> new TwoTowerTrainer(8, 1, 0, rate, .1, .5, 1, 1, 1));
        refused(
                "embedding-size must be in [1, 4096], was 0",
                () -> new TwoTowerTrainer(0, 1, 1, rate, .1, .5, 1, 1, 1));
        refused(
                "temperature must be in [0.001, 10], was NaN",
                () -> new TwoTowerTrainer(8, 1, 1, rate, Double.NaN, .5, 1, 1, 1));
        refused("dropout must be in (0, 1), was 1.0", () -> new TwoTowerTrainer(8, 1, 1, rate, .1, 1, 1, 1, 1));
    }

    private static void refused(String message, org.junit.jupiter.api.function.Executable settings) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, settings).getMessage());
    }
}
