package io.osusume.model.popularity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.FoldInContract;
import io.osusume.model.RecommenderContract;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingListener;
import org.junit.jupiter.api.Test;

class PopularityTest extends RecommenderContract implements FoldInContract {
    @Override
    public Trainer<?> trainer() {
        return new PopularityTrainer();
    }

    @Test
    void itemsAreRankedByTheirUsersAndEqualOnesByIndex() {
        Interactions training = new InteractionsBuilder(3, 4, RatingScale.SCORED_ONLY)
                .add(0, 2, 9)
                .add(1, 2, 0) // watched but not scored counts as much as a 9
                .add(2, 1, 5)
                .add(2, 3, 5)
                .build();
        Threads threads = new Threads(1);
        Popularity model = new PopularityTrainer()
                .train(
                        training,
                        new Kernels(VectorMath.scalar(), DenseMath.java(threads), threads),
                        TrainingListener.SILENT);
        assertArrayEquals(
                new int[] {2, 1, 3, 0}, model.recommend(Profile.ofItems(), 4).indices());
        assertEquals(2, model.recommend(Profile.ofItems(), 1).score(0));
        assertArrayEquals(
                new int[] {1, 3, 0}, model.recommend(Profile.ofItems(2), 4).indices());
    }
}
