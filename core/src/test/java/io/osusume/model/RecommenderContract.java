package io.osusume.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.data.TrainingData;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What every model promises, however it works. A model's test extends this class and adds [FoldInContract],
/// [PersonalContract], [SimilarItemsContract], [SimilarUsersContract] as far as the model is of that kind.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RecommenderContract implements TrainsAModel {
    private Interactions data;
    private TrainingData trainingData;
    private Recommender model;

    @BeforeAll
    void train() {
        data = SampleInteractions.random(150, 600, 12, scale(), 5);
        trainingData = new TrainingData(data, facts(data.itemCount()));
        model = trainer().train(trainingData, kernels(2), TrainingListener.SILENT);
    }

    @Override
    public RatingScale scale() {
        return RatingScale.SCORED_ONLY;
    }

    static Kernels kernels(int threadCount) {
        Threads threads = new Threads(threadCount);
        return new Kernels(VectorMath.fastest(), DenseMath.java(threads), threads);
    }

    @Test
    void theModelBearsItsTrainersName() {
        assertEquals(trainer().name(), model.name());
    }

    @Test
    void theModelKnowsWhatItWasTrainedOn() {
        assertEquals(data, model.training());
    }

    @Test
    void seenItemsAreNeverReturned() {
        for (int user = 0; user < data.userCount(); user++) {
            Profile seen = data.profile(user);
            Ranking ranking = model.recommend(user, 50);
            assertEquals(50, ranking.size(), "user " + user);
            for (int item : ranking.indices()) {
                assertFalse(seen.contains(item), "user " + user + " has item " + item);
            }
        }
    }

    @Test
    void noItemIsReturnedTwiceAndScoresFall() {
        for (int user = 0; user < data.userCount(); user += 7) {
            Ranking ranking = model.recommend(user, 100);
            Set<Integer> distinct = new HashSet<>();
            for (int rank = 0; rank < ranking.size(); rank++) {
                assertTrue(distinct.add(ranking.index(rank)), "user " + user + " rank " + rank);
                assertTrue(rank == 0 || ranking.score(rank) <= ranking.score(rank - 1), "user " + user);
            }
        }
    }

    @Test
    void aListLongerThanTheCatalogueHoldsEveryUnseenItem() {
        int user = 3;
        Ranking ranking = model.recommend(user, 10 * data.itemCount());
        assertEquals(data.itemCount() - data.profile(user).size(), ranking.size());
    }

    @Test
    void aListOfNoLengthIsEmpty() {
        assertEquals(0, model.recommend(3, 0).size());
    }

    @Test
    void aUserWithoutItemsGetsAList() {
        assertEquals(0, data.profile(0).size());
        assertEquals(10, model.recommend(0, 10).size());
    }

    @Test
    void scoresDoNotDependOnWhatTheArrayHeldBefore() {
        float[] reused = new float[data.itemCount()];
        Arrays.fill(reused, Float.NaN);
        for (int user = 0; user < data.userCount(); user += 11) {
            float[] fresh = new float[data.itemCount()];
            model.score(user, fresh);
            model.score(user, reused);
            assertArrayEquals(fresh, reused, 0f, "user " + user);
        }
    }

    @Test
    void manyThreadsScoringAtOnceGetWhatOneGets() {
        float[][] alone = new float[data.userCount()][data.itemCount()];
        float[][] together = new float[data.userCount()][data.itemCount()];
        for (int user = 0; user < alone.length; user++) {
            model.score(user, alone[user]);
        }
        new Threads(4).run(together.length, user -> model.score(user, together[user]));
        for (int user = 0; user < alone.length; user++) {
            assertArrayEquals(alone[user], together[user], 0f, "user " + user);
        }
    }

    @Test
    void aRestoredModelGivesTheSameLists() {
        Recommender restored = trainer().restore(model.state(), trainingData, kernels(1));
        assertEquals(model.name(), restored.name());
        for (int user = 0; user < data.userCount(); user++) {
            Ranking expected = model.recommend(user, 20);
            Ranking found = restored.recommend(user, 20);
            assertArrayEquals(expected.indices(), found.indices(), "user " + user);
            assertEquals(expected.score(0), found.score(0), "user " + user);
        }
    }

    @Test
    void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads() {
        for (int threads = 1; threads <= 3; threads++) {
            Recommender again = trainer().train(trainingData, kernels(threads), TrainingListener.SILENT);
            assertSameBits(model.state(), again.state(), threads);
        }
    }

    private static void assertSameBits(Tensors expected, Tensors found, int threads) {
        assertEquals(expected.byName().keySet(), found.byName().keySet());
        assertEquals(expected.attributes(), found.attributes());
        expected.byName().forEach((name, tensor) -> {
            String where = name + " on " + threads + " threads";
            switch (tensor) {
                case Tensor.Floats floats ->
                    assertTrue(Arrays.equals(floats.elements(), found.floats(name)), where); // compares bits
                case Tensor.Doubles doubles -> assertArrayEquals(doubles.elements(), found.doubles(name), where);
                case Tensor.Ints ints -> assertArrayEquals(ints.elements(), found.ints(name), where);
                case Tensor.Longs longs -> assertArrayEquals(longs.elements(), found.longs(name), where);
                case Tensor.Shorts shorts ->
                    assertArrayEquals(shorts.elements(), found.shorts(name, shorts.shape()), where);
            }
        });
    }
}
