package io.osusume.model.knn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.FoldInContract;
import io.osusume.model.PersonalContract;
import io.osusume.model.Ranking;
import io.osusume.model.RecommenderContract;
import io.osusume.model.SimilarItemsContract;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingListener;
import org.junit.jupiter.api.Test;

class ItemKnnTest extends RecommenderContract implements FoldInContract, PersonalContract, SimilarItemsContract {
    private static final Threads THREADS = new Threads(1);
    private static final Kernels KERNELS = new Kernels(VectorMath.scalar(), DenseMath.java(THREADS), THREADS);

    /// Item 0 has users 0, 1, 2, 3; item 1 has users 0, 1, 2, 3 too; item 2 has user 3 alone.
    private static final Interactions TRAINING = new InteractionsBuilder(4, 3, RatingScale.SCORED_ONLY)
            .add(0, 0, 8)
            .add(0, 1, 8)
            .add(1, 0, 8)
            .add(1, 1, 8)
            .add(2, 0, 8)
            .add(2, 1, 8)
            .add(3, 0, 8)
            .add(3, 1, 8)
            .add(3, 2, 8)
            .build();

    @Override
    public Trainer<?> trainer() {
        return new ItemKnnTrainer(20, 0); // all of the checkerboard's half: its items are equally alike
    }

    @Test
    void similarityIsTheCosineOfTheUsersOfTwoItems() {
        ItemKnn model = new ItemKnnTrainer(2, 0).train(TRAINING, KERNELS, TrainingListener.SILENT);
        Ranking similar = model.similarItems(0, 2);
        assertArrayEquals(new int[] {1, 2}, similar.indices());
        assertEquals(1f, similar.score(0)); // 4 / sqrt(4 * 4)
        assertEquals(0.5f, similar.score(1)); // 1 / sqrt(4 * 1)
    }

    @Test
    void shrinkageWeakensWhatFewUsersSay() {
        ItemKnn model = new ItemKnnTrainer(2, 2).train(TRAINING, KERNELS, TrainingListener.SILENT);
        Ranking similar = model.similarItems(0, 2);
        assertEquals(4 / 6f, similar.score(0)); // 4 / (sqrt(4 * 4) + 2)
        assertEquals(1 / 4f, similar.score(1)); // 1 / (sqrt(4 * 1) + 2)
    }

    @Test
    void aScoreSumsTheSimilaritiesFromTheProfilesItems() {
        ItemKnn model = new ItemKnnTrainer(2, 0).train(TRAINING, KERNELS, TrainingListener.SILENT);
        float[] scores = new float[3];
        model.score(Profile.ofItems(0, 1), scores);
        assertArrayEquals(new float[] {1, 1, 1}, scores); // item 2: 0.5 from item 0 and 0.5 from item 1
    }

    @Test
    void onlyTheNearestNeighboursOfAnItemCount() {
        ItemKnn model = new ItemKnnTrainer(1, 0).train(TRAINING, KERNELS, TrainingListener.SILENT);
        float[] scores = new float[3];
        model.score(Profile.ofItems(0), scores);
        assertArrayEquals(new float[] {0, 1, 0}, scores);
    }

    @Test
    void settingsOutsideTheirRangeAreNamed() {
        assertEquals(
                "k must be in [1, 1000], was 0",
                assertThrows(IllegalArgumentException.class, () -> new ItemKnnTrainer(0, 0))
                        .getMessage());
        assertEquals(
                "shrinkage must be at least 0, was -1.0",
                assertThrows(IllegalArgumentException.class, () -> new ItemKnnTrainer(5, -1))
                        .getMessage());
    }

    @Test
    void aStateOfAnotherShapeIsRefused() {
        ItemKnn model = new ItemKnnTrainer(2, 0).train(TRAINING, KERNELS, TrainingListener.SILENT);
        assertEquals(
                "tensor 'neighbours' does not fit the data it came with: expected shape [3, 1], found [3, 2]",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new ItemKnnTrainer(1, 0).restore(model.state(), TRAINING, KERNELS))
                        .getMessage());
    }
}
