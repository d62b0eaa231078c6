package io.osusume.model.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.model.Ranking;
import io.osusume.model.TrainingException;
import io.osusume.model.TrainingListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EmbeddingNetTrainerTest {
    private static final int USERS = 90;
    private static final int ITEMS = 60;

    private final List<String> notes = new ArrayList<>();
    private final List<SortedMap<String, Double>> epochs = new ArrayList<>();
    private final TrainingListener listener = new TrainingListener() {
        @Override
        public void epoch(int epoch, SortedMap<String, Double> metrics) {
            epochs.add(metrics);
        }

        @Override
        public void note(String sentence) {
            notes.add(sentence);
        }
    };

    @Test
    @Tag("shared")
    void theOriginalStopsAfterEpochFourAndKeepsEpochOneOnRealData() throws IOException {
        RealRows rows = RealRows.read(true, 20);
        InteractionsBuilder builder =
                new InteractionsBuilder(rows.userCount(), rows.itemCount(), RatingScale.SCORED_ONLY);
        for (long row : rows.toArray()) {
            builder.add(TrainingRows.user(row), TrainingRows.item(row), TrainingRows.rating(row));
        }

        EmbeddingNetTrainer.original().train(builder.build(), NetKernels.fastest(2), listener);

        assertEquals(4, epochs.size());
        assertEquals(1, notes.size());
        String note = notes.getFirst();
        assertTrue(
                note.matches(
                        "stopped after epoch 4 and restored epoch 1: the validation loss did not fall below its "
                                + "0\\.69\\d\\d for 3 epochs; the weights that are kept have seen the data once, so the net is next to untrained"),
                note);
    }

    @Test
    void theCorrectedRecipeLearnsWhoLikesWhatAndFoldsInLikewise() {
        Interactions training = tastes();
        EmbeddingNet net = small().train(training, NetKernels.fastest(2), listener);

        // A user likes the items of the own third: of the unseen ones, those should come first.
        int right = 0;
        int rightFolded = 0;
        int total = 0;
        double agreement = 0;
        float[] scores = new float[ITEMS];
        float[] folded = new float[ITEMS];
        for (int user = 0; user < USERS; user++) {
            Profile profile = training.profile(user);
            right += ofOwnThird(net.recommend(user, 5), user);
            rightFolded += ofOwnThird(net.recommend(profile, 5), user);
            total += 5;
            net.score(user, scores);
            net.score(profile, folded);
            agreement += correlation(scores, folded) / USERS;
        }
        assertTrue(right > .8 * total, right + " of " + total + ", where chance gives a third");
        assertTrue(rightFolded > .8 * total, rightFolded + " of " + total + " folded in");
        assertTrue(agreement > .8, "scores of trained and folded-in users correlate by " + agreement);
        assertEquals(1, net.similarItems(4, 3).index(0) % 3, "an item of the same third is the most similar");
        assertEquals(1, net.similarUsers(7, 3).index(0) % 3, "a user of the same third is the most similar");
        assertEquals(
                List.of("learning-rate", "loss", "mae", "mse", "validation-loss", "validation-mae", "validation-mse"),
                List.copyOf(epochs.getFirst().keySet()));
    }

    @Test
    void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads() {
        Interactions training = tastes();
        float[] one = users(small().train(training, NetKernels.fastest(1), TrainingListener.SILENT));
        float[] two = users(small().train(training, NetKernels.fastest(2), TrainingListener.SILENT));
        float[] three = users(small().train(training, NetKernels.fastest(3), TrainingListener.SILENT));

        assertArrayEquals(one, two);
        assertArrayEquals(one, three);
    }

    @Test
    void aRestoredNetGivesTheSameScores() {
        Interactions training = tastes();
        EmbeddingNet net = small().train(training, NetKernels.fastest(1), TrainingListener.SILENT);
        EmbeddingNet restored = small().restore(net.state(), training, NetKernels.fastest(1));

        float[] expected = new float[ITEMS];
        float[] found = new float[ITEMS];
        for (int user = 0; user < 5; user++) {
            net.score(user, expected);
            restored.score(user, found);
            assertArrayEquals(expected, found);
            net.score(training.profile(user), expected);
            restored.score(training.profile(user), found);
            assertArrayEquals(expected, found);
        }
    }

    @Test
    void aNetIsNotRestoredOnOtherUsers() {
        Interactions training = tastes();
        EmbeddingNet net = small().train(training, NetKernels.fastest(1), TrainingListener.SILENT);
        Interactions other = new InteractionsBuilder(2, ITEMS, RatingScale.SCORED_ONLY).build();

        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class, () -> small().restore(net.state(), other, NetKernels.fastest(1)));

        assertEquals(
                "the net has 90 user embeddings but its training data 2 users: restore it with the interactions it was "
                        + "trained on",
                thrown.getMessage());
    }

    @Test
    void anItemThatNobodyScoredComesLast() {
        Interactions training = new InteractionsBuilder(2, 3, RatingScale.SCORED_ONLY)
                .add(0, 0, 9)
                .add(0, 1, 3)
                .add(1, 0, 8)
                .add(1, 2, 0)
                .build();
        EmbeddingNet net = small().train(training, NetKernels.scalar(), TrainingListener.SILENT);

        assertArrayEquals(new int[] {2}, net.recommend(0, 3).indices());
        assertArrayEquals(new int[] {1}, net.recommend(1, 3).indices());
        assertArrayEquals(new int[] {0, 2}, net.recommend(Profile.ofItems(1), 3).indices());
    }

    @Test
    void aNumberThatIsNoneStopsTrainingAndNamesTheEpoch() {
        EmbeddingNetTrainer wild = new EmbeddingNetTrainer(
                "wild",
                8,
                5,
                100,
                LearningRateSchedule.constant(1e30),
                AdamRule.SUM_OF_SQUARES,
                .99,
                UnscoredRows.LEFT_OUT,
                100,
                3,
                1);

        TrainingException thrown = assertThrows(
                TrainingException.class, () -> wild.train(tastes(), NetKernels.scalar(), TrainingListener.SILENT));

        String message = String.valueOf(thrown.getMessage());
        assertTrue(
                message.matches("wild epoch \\d: .* is not a finite number; lower the learning rate \\(1\\.0E30\\)"),
                message);
    }

    @Test
    void dataWithoutScoresCannotBeTrainedOn() {
        Interactions unscored = new InteractionsBuilder(1, 2, RatingScale.SCORED_ONLY)
                .add(0, 0, 0)
                .add(0, 1, 0)
                .build();

        TrainingException thrown = assertThrows(
                TrainingException.class,
                () -> EmbeddingNetTrainer.corrected().train(unscored, NetKernels.scalar(), TrainingListener.SILENT));

        assertEquals(
                "net-corrected needs at least 2 rows to train and validate on, found 0 of 2 with unscored rows LEFT_OUT",
                thrown.getMessage());
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        assertEquals(
                "embedding-size must be in [1, 4096], was 0",
                assertThrows(IllegalArgumentException.class, () -> sized(0)).getMessage());
    }

    @Test
    void bothRecipesNameAllTheirSettings() {
        SortedMap<String, String> original = EmbeddingNetTrainer.original().settings();
        assertEquals("1.0E-4", original.get("learning-rate-min"));
        assertEquals("AS_ZERO", original.get("unscored"));
        assertEquals(
                original.keySet(), EmbeddingNetTrainer.corrected().settings().keySet());
        assertFalse(original.equals(EmbeddingNetTrainer.corrected().settings()));
    }

    /// Every user has 24 items, scores those of the own third (index modulo 3) 8 to 10 and the others 2
    /// to 4; some are unscored.
    private static Interactions tastes() {
        SplittableRandom random = new SplittableRandom(11);
        InteractionsBuilder builder = new InteractionsBuilder(USERS, ITEMS, RatingScale.SCORED_ONLY);
        for (int user = 0; user < USERS; user++) {
            for (int k = 0; k < 24; k++) {
                int item = random.nextInt(ITEMS);
                int base = item % 3 == user % 3 ? 8 : 2;
                builder.add(user, item, random.nextInt(10) == 0 ? 0 : base + random.nextInt(3));
            }
        }
        return builder.build();
    }

    /// The corrected recipe for little data: more and smaller batches, as many steps as it takes.
    private static EmbeddingNetTrainer small() {
        return sized(16);
    }

    private static EmbeddingNetTrainer sized(int embeddingSize) {
        EmbeddingNetTrainer corrected = EmbeddingNetTrainer.corrected();
        return new EmbeddingNetTrainer(
                corrected.name(),
                embeddingSize,
                60,
                100,
                corrected.schedule(),
                corrected.adamRule(),
                corrected.batchNormMomentum(),
                corrected.unscored(),
                corrected.validationRows(),
                20,
                corrected.seed());
    }

    private static int ofOwnThird(Ranking ranking, int user) {
        int count = 0;
        for (int rank = 0; rank < ranking.size(); rank++) {
            count += ranking.index(rank) % 3 == user % 3 ? 1 : 0;
        }
        return count;
    }

    private static float[] users(EmbeddingNet net) {
        return net.state().floats("users");
    }

    private static double correlation(float[] a, float[] b) {
        double meanA = 0;
        double meanB = 0;
        for (int k = 0; k < a.length; k++) {
            meanA += a[k] / a.length;
            meanB += b[k] / b.length;
        }
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int k = 0; k < a.length; k++) {
            ab += (a[k] - meanA) * (b[k] - meanB);
            aa += (a[k] - meanA) * (a[k] - meanA);
            bb += (b[k] - meanB) * (b[k] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }
}
