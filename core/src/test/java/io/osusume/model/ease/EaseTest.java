package io.osusume.model.ease;

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
import io.osusume.model.ExplainsContract;
import io.osusume.model.FoldInContract;
import io.osusume.model.PersonalContract;
import io.osusume.model.RecommenderContract;
import io.osusume.model.SimilarItemsContract;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingListener;
import org.junit.jupiter.api.Test;

class EaseTest extends RecommenderContract
        implements FoldInContract, PersonalContract, SimilarItemsContract, ExplainsContract {
    @Override
    public Trainer<?> trainer() {
        return new EaseTrainer(2);
    }

    /// Two users have items 0 and 1, one has item 0 alone: `X'X + I = [[4, 2], [2, 3]]`, its determinant 8, its
    /// inverse `[[3, -2], [-2, 4]] / 8`. So `B_01 = 2/8 / (4/8) = 1/2` and `B_10 = 2/8 / (3/8) = 2/3`.
    @Test
    void weightsAreTheClosedForm() {
        Interactions training = new InteractionsBuilder(3, 2, RatingScale.SCORED_ONLY)
                .add(0, 0, 8)
                .add(0, 1, 8)
                .add(1, 0, 8)
                .add(1, 1, 8)
                .add(2, 0, 8)
                .build();
        Threads threads = new Threads(1);
        Kernels kernels = new Kernels(VectorMath.scalar(), DenseMath.java(threads), threads);
        Ease model = new EaseTrainer(1).train(training, kernels, TrainingListener.SILENT);
        assertEquals(1 / 2f, model.weights().weight(0, 1), 1e-6f);
        assertEquals(2 / 3f, model.weights().weight(1, 0), 1e-6f);
        assertEquals(0f, model.weights().weight(0, 0));
        float[] scores = new float[2];
        model.score(Profile.ofItems(0), scores);
        assertEquals(0f, scores[0]);
        assertEquals(1 / 2f, scores[1], 1e-6f);
    }

    @Test
    void contributionsSumToTheScore() {
        Ease model = (Ease) checkerboardModel();
        Profile profile = Profile.ofItems(3, 8, 10, 21);
        float[] scores = new float[40];
        model.score(profile, scores);
        ExplainsContract.assertContributionsSumTo(scores, model, profile);
    }

    @Test
    void aRegularizationOfNothingIsNamed() {
        assertEquals(
                "regularization must be more than 0, was 0.0",
                assertThrows(IllegalArgumentException.class, () -> new EaseTrainer(0))
                        .getMessage());
    }
}
