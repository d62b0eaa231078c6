package io.osusume.model.als;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.FoldInContract;
import io.osusume.model.FoldInSimilarUsersContract;
import io.osusume.model.PersonalContract;
import io.osusume.model.RecommenderContract;
import io.osusume.model.SampleInteractions;
import io.osusume.model.SimilarItemsContract;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class ImplicitAlsTest extends RecommenderContract
        implements FoldInContract, PersonalContract, SimilarItemsContract, FoldInSimilarUsersContract {
    private static final Threads THREADS = new Threads(2);
    private static final Kernels KERNELS = new Kernels(VectorMath.scalar(), DenseMath.java(THREADS), THREADS);
    private static final Interactions DATA = SampleInteractions.random(60, 40, 8, RatingScale.SCORED_ONLY, 3);

    @Override
    public Trainer<?> trainer() {
        return new ImplicitAlsTrainer(8, 2, 0.5, 10, 3, 42);
    }

    @Test
    void theLossFallsEveryEpoch() {
        List<Double> losses = losses(DATA, new ImplicitAlsTrainer(8, 2, 0.5, 12, 3, 1));
        assertEquals(12, losses.size());
        for (int epoch = 1; epoch < losses.size(); epoch++) {
            assertTrue(losses.get(epoch) < losses.get(epoch - 1), losses.toString());
        }
    }

    private static List<Double> losses(Interactions data, ImplicitAlsTrainer trainer) {
        List<Double> losses = new ArrayList<>();
        trainer.train(data, KERNELS, new TrainingListener() {
            @Override
            public void epoch(int epoch, SortedMap<String, Double> metrics) {
                losses.add(metrics.getOrDefault("loss", Double.NaN));
            }
        });
        return losses;
    }

    /// The loss summed the slow way, pair by pair, on the factors of a model.
    @Test
    void theLossIsWhatItsDefinitionSays() {
        float[] users = {0.1f, 0.2f, -0.3f, 0.4f}; // two users
        float[] items = {0.5f, 0.1f, 0.2f, -0.2f, 0.3f, 0.7f}; // three items
        Interactions data = new io.osusume.data.InteractionsBuilder(2, 3, RatingScale.SCORED_ONLY)
                .add(0, 0, 8)
                .add(1, 1, 8)
                .add(1, 2, 8)
                .build();
        double expected = 0;
        for (int user = 0; user < 2; user++) {
            for (int item = 0; item < 3; item++) {
                double score = users[2 * user] * items[2 * item] + users[2 * user + 1] * items[2 * item + 1];
                boolean has = data.profile(user).contains(item);
                expected += (has ? 3 : 1) * Math.pow((has ? 1 : 0) - score, 2);
            }
        }
        double squares = 0;
        for (float factor : users) {
            squares += factor * factor;
        }
        for (float factor : items) {
            squares += factor * factor;
        }
        expected += 0.5 * squares;
        assertEquals(expected / 6, new LeastSquares(2, 3, 0.5f, KERNELS).loss(data, users, items), 1e-6);
    }

    /// A profile's factors must solve `(Y'Y + regularization I + (alpha - 1) sum y_i y_i') x = alpha sum y_i`.
    @Test
    void aProfileIsSolvedToRounding() {
        ImplicitAlsTrainer settings = new ImplicitAlsTrainer(8, 4, 0.5, 5, 3, 9);
        ImplicitAls model = settings.train(DATA, KERNELS, TrainingListener.SILENT);
        float[] y = model.state().floats("item-factors");
        LeastSquares solver = new LeastSquares(8, 4, 0.5f, KERNELS);
        float[] gram = solver.gram(y);
        Profile profile = Profile.ofItems(1, 7, 20);
        float[] x = solver.solve(profile, y, gram);
        double[] residual = new double[8];
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 8; column++) {
                residual[row] -= gram[row * 8 + column] * x[column];
            }
        }
        for (int entry = 0; entry < 3; entry++) {
            int at = profile.item(entry) * 8;
            double score = 0;
            for (int k = 0; k < 8; k++) {
                score += y[at + k] * x[k];
            }
            for (int k = 0; k < 8; k++) {
                residual[k] += (4 - 3 * score) * y[at + k];
            }
        }
        assertArrayEquals(new double[8], residual, 1e-4);
    }

    @Test
    void trainingUsersScoreNearlyAsTheirFoldedInProfiles() {
        ImplicitAls model = new ImplicitAlsTrainer(8, 2, 0.5, 15, 3, 9).train(DATA, KERNELS, TrainingListener.SILENT);
        float[] known = new float[40];
        float[] folded = new float[40];
        for (int user = 0; user < 60; user++) {
            model.score(user, known);
            model.score(DATA.profile(user), folded);
            assertArrayEquals(known, folded, 0.02f, "user " + user);
        }
    }

    @Test
    void settingsOutsideTheirRangeAreNamed() {
        assertEquals(
                "embedding-size must be in [1, 2048], was 0",
                assertThrows(IllegalArgumentException.class, () -> new ImplicitAlsTrainer(0, 2, 20, 15, 3, 1))
                        .getMessage());
        assertEquals(
                "alpha must be at least 1, was 0.5",
                assertThrows(IllegalArgumentException.class, () -> new ImplicitAlsTrainer(8, 0.5, 20, 15, 3, 1))
                        .getMessage());
    }
}
