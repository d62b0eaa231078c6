package io.osusume.model.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.osusume.data.Interactions;
import io.osusume.model.FoldInContract;
import io.osusume.model.RecommenderContract;
import io.osusume.model.SampleInteractions;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingListener;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// The net keeps every model's promises. It is not held to finding hidden items, nor to likeness by who watched what:
/// it learns how items were rated, and in the contract's checkerboard all ratings say the same.
class EmbeddingNetContractTest extends RecommenderContract implements FoldInContract {
    @Override
    public Trainer<?> trainer() {
        return new EmbeddingNetTrainer(
                "net-small",
                16,
                3,
                500,
                LearningRateSchedule.constant(5e-3),
                AdamRule.SUM_OF_SQUARES,
                .9,
                UnscoredRows.AS_ZERO,
                200,
                3,
                5);
    }

    /// User 0 and the last item have no row.
    @Test
    void whatNoRowTrainedIsLikeNothing() {
        Interactions data = SampleInteractions.random(30, 60, 12, scale(), 5);
        EmbeddingNet net = (EmbeddingNet) trainer().train(data, NetKernels.fastest(1), TrainingListener.SILENT);
        assertFalse(Arrays.stream(net.similarItems(3, 1000).indices()).anyMatch(item -> item == 59));
        assertFalse(Arrays.stream(net.similarUsers(3, 1000).indices()).anyMatch(user -> user == 0));
        assertEquals(29, net.similarUsers(data.profile(3), 1000).size());
    }

    @Test
    void nothingIsSimilarToItself() {
        EmbeddingNet net = (EmbeddingNet) checkerboardModel();
        for (int index = 0; index < 20; index++) {
            int itself = index;
            assertFalse(Arrays.stream(net.similarItems(index, 1000).indices()).anyMatch(item -> item == itself));
            assertFalse(Arrays.stream(net.similarUsers(index, 1000).indices()).anyMatch(user -> user == itself));
        }
    }
}
