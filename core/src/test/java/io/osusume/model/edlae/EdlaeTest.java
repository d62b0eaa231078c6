package io.osusume.model.edlae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.osusume.data.Franchises;
import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.ItemFacts;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.data.Tensors;
import io.osusume.data.TrainingData;
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
import io.osusume.model.ease.EaseTrainer;
import org.junit.jupiter.api.Test;

class EdlaeTest extends RecommenderContract
        implements FoldInContract, PersonalContract, SimilarItemsContract, ExplainsContract {
    private static final Threads THREADS = new Threads(1);
    private static final Kernels KERNELS = new Kernels(VectorMath.scalar(), DenseMath.java(THREADS), THREADS);

    /// A weight has 16 bits: it is off by up to half a 32,767th of the largest of its row, here 1/3.
    private static final float ROUNDING = 1e-5f;

    /// User 0 has items 0 and 1, user 1 has items 0 and 2.
    private static final Interactions TRAINING = new InteractionsBuilder(2, 3, RatingScale.SCORED_ONLY)
            .add(0, 0, 8)
            .add(0, 1, 8)
            .add(1, 0, 8)
            .add(1, 2, 8)
            .build();

    @Override
    public Trainer<?> trainer() {
        return new EdlaeTrainer(2, 0.25, 0.5);
    }

    private static Edlae trained(double strongest) {
        return new EdlaeTrainer(1, 0.5, strongest).train(TRAINING, KERNELS, TrainingListener.SILENT);
    }

    private static float[] scores(Edlae model, int... items) {
        float[] scores = new float[3];
        model.score(Profile.ofItems(items), scores);
        return scores;
    }

    /// With dropout 1/2 an item's penalty is `1 + users`: 3, 2, 2. So `X'X` and the penalties are
    /// `[[5, 1, 1], [1, 3, 0], [1, 0, 3]]`, the determinant `5 * 9 - 1 * 3 - 1 * 3 = 39`, the inverse
    /// `[[9, -3, -3], [-3, 14, 1], [-3, 1, 14]] / 39`; a weight is the negative entry over the diagonal
    /// of its column.
    @Test
    void weightsAreTheClosedFormWithAPenaltyThatGrowsWithTheUsers() {
        Edlae model = trained(0.5);
        assertEquals(3 / 14f, model.weights().weight(0, 1), ROUNDING);
        assertEquals(3 / 14f, model.weights().weight(0, 2), ROUNDING);
        assertEquals(3 / 9f, model.weights().weight(1, 0), ROUNDING);
        assertEquals(-1 / 14f, model.weights().weight(1, 2), ROUNDING);
        assertEquals(-1 / 14f, model.weights().weight(2, 1), ROUNDING);
        assertEquals(0f, model.weights().weight(2, 2));
    }

    @Test
    void aScoreIsTheSumTimesThePowerOfTheSquares() {
        Edlae model = trained(0.5);
        double twoReasons = (1 / 3.0 + 1 / 3.0) * Math.sqrt(1 / 9.0 + 1 / 9.0);
        assertEquals(twoReasons, scores(model, 1, 2)[0], ROUNDING);
        double oneForOneAgainst = (3 / 14.0 - 1 / 14.0) * Math.sqrt(9 / 196.0);
        assertEquals(oneForOneAgainst, scores(model, 0, 1)[2], ROUNDING);
    }

    @Test
    void aSumThatIsNotPositiveIsTheScoreItself() {
        assertEquals(-1 / 14f, scores(trained(0.5), 1)[2], ROUNDING);
        assertArrayEquals(new float[3], scores(trained(0.5)));
    }

    @Test
    void withoutStrongestTheScoreIsTheSum() {
        Edlae model = trained(0);
        float[] sums = new float[3];
        model.weights().sum(Profile.ofItems(0, 1), sums);
        assertArrayEquals(sums, scores(model, 0, 1), 0f);
    }

    /// Lists of 1 and 3 items at a length discount of 1 count 1 and 1/3, scaled by `4 entries / (1 * 1 + 3 *
    /// 1/3) = 2`: 2 and 2/3. With dropout 0 and the constant 1 that is the matrix `[[2 + 2/3, 2/3, 2/3],
    /// [2/3, 2/3, 2/3], [2/3, 2/3, 2/3]] + I`.
    @Test
    void aLongListCountsLessWithALengthDiscount() {
        Interactions lists = new InteractionsBuilder(2, 3, RatingScale.SCORED_ONLY)
                .add(0, 0, 8)
                .add(1, 0, 8)
                .add(1, 1, 8)
                .add(1, 2, 8)
                .build();
        Edlae discounted = new EdlaeTrainer(1, 0, 0, 0, 1, 0).train(lists, KERNELS, TrainingListener.SILENT);
        // The matrix times 3 is [[11, 2, 2], [2, 5, 2], [2, 2, 5]]; its cofactors of the first column are
        // 21, -6, -6 and that of the second diagonal element 51: a weight is minus the off-diagonal one over
        // the diagonal one of its column.
        assertEquals(6 / 51f, discounted.weights().weight(0, 1), 1e-5f);
        assertEquals(6 / 21f, discounted.weights().weight(1, 0), 1e-5f);
    }

    /// Item 0 has two users, so its positive score is divided by `(1 + 2)^0.5`.
    @Test
    void aPopularItemScoresLessWithAPopularityDiscount() {
        Edlae discounted = new EdlaeTrainer(1, 0.5, 0.5, 0, 0, 0.5).train(TRAINING, KERNELS, TrainingListener.SILENT);
        assertEquals(scores(trained(0.5), 1)[0] / Math.sqrt(3), scores(discounted, 1)[0], 1e-6);
        assertEquals(scores(trained(0.5), 1)[2], scores(discounted, 1)[2], 0);
        Edlae restored = new EdlaeTrainer(1, 0.5, 7).restore(discounted.state(), TRAINING, KERNELS);
        assertArrayEquals(scores(discounted, 1), scores(restored, 1), 0f);
    }

    @Test
    void countsOfListsThatCountAlikeDoNotGoWithALengthDiscount() {
        EdlaeTrainer trainer = new EdlaeTrainer(1, 0.5, 0.5, 0, 0.5, 0);
        IllegalStateException failure = assertThrows(
                IllegalStateException.class,
                () -> trainer.train(TrainingData.of(TRAINING), new float[9], KERNELS, TrainingListener.SILENT));
        assertEquals(
                "counts of lists that count alike do not go with a length-discount of 0.5; train without counts",
                failure.getMessage());
    }

    @Test
    void contributionsSumToTheLinearPart() {
        Edlae model = (Edlae) checkerboardModel();
        Profile profile = Profile.ofItems(3, 8, 10, 21);
        float[] linear = new float[40];
        model.weights().sum(profile, linear);
        ExplainsContract.assertContributionsSumTo(linear, model, profile);
    }

    @Test
    void withoutDropoutTheWeightsAreThoseOfEase() {
        Tensors plain = new EaseTrainer(3)
                .train(TRAINING, KERNELS, TrainingListener.SILENT)
                .state();
        Tensors found = new EdlaeTrainer(3, 0, 1)
                .train(TRAINING, KERNELS, TrainingListener.SILENT)
                .state();
        assertArrayEquals(plain.shorts("weights", 3, 3), found.shorts("weights", 3, 3));
        assertArrayEquals(plain.floats("scales"), found.floats("scales"), 0f);
    }

    @Test
    void aGroupCountsAsSoManyUsersWhoHaveAllOfIt() {
        Interactions withTwoMore = new InteractionsBuilder(4, 3, RatingScale.SCORED_ONLY)
                .add(0, 0, 8)
                .add(0, 1, 8)
                .add(1, 0, 8)
                .add(1, 2, 8)
                .add(2, 1, 8)
                .add(2, 2, 8)
                .add(3, 1, 8)
                .add(3, 2, 8)
                .build();
        ItemFacts facts = ItemFacts.unknown(3).withFranchises(Franchises.grouped(new int[] {0, 1, 1}, new double[3]));
        Edlae grouped = new EdlaeTrainer(1, 0.5, 0.5, 2)
                .train(new TrainingData(TRAINING, facts), KERNELS, TrainingListener.SILENT);
        Edlae real = new EdlaeTrainer(1, 0.5, 0.5).train(withTwoMore, KERNELS, TrainingListener.SILENT);
        assertArrayEquals(real.state().shorts("weights", 3, 3), grouped.state().shorts("weights", 3, 3));
    }

    @Test
    void aRestoredModelKeepsItsOwnStrongest() {
        Edlae restored = new EdlaeTrainer(1, 0.5, 7).restore(trained(0.5).state(), TRAINING, KERNELS);
        assertArrayEquals(scores(trained(0.5), 0, 1), scores(restored, 0, 1), 0f);
    }

    @Test
    void aSettingOutOfItsRangeIsNamed() {
        assertRefused("constant must be more than 0, was 0.0", 0, 0.25, 0.5);
        assertRefused("dropout must be in [0, 1), was 1.0", 60, 1, 0.5);
        assertRefused("strongest must be in [0, 10], was NaN", 60, 0.25, Double.NaN);
    }

    private static void assertRefused(String message, double constant, double dropout, double strongest) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> new EdlaeTrainer(constant, dropout, strongest))
                        .getMessage());
    }
}
