package io.osusume.model.original;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.Evaluator;
import io.osusume.evaluation.HeldOutUser;
import io.osusume.evaluation.Part;
import io.osusume.evaluation.Split;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.Mal5000;
import io.osusume.model.TrainingListener;
import io.osusume.model.net.EmbeddingNetTrainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The original's lists on real test users, where the Python program was measured too.
@Tag("shared")
class OriginalHybridAccuracyTest {
    private static final double POPULARITY = .1827;

    private final Split split = Mal5000.split();
    private final Threads threads = new Threads(2);
    private final Kernels kernels = new Kernels(VectorMath.fastest(), DenseMath.java(threads), threads);

    /// The Python program: NDCG@10 .088 with watched titles removed, .103 with the corrected net; 9 to
    /// 16% of the places of its lists go to titles that are watched. Here .093, .098, 10% and 15%
    /// (other seeds: .096 to .147, .030 to .098, 5% to 25%).
    @Test
    void theOriginalsListsAreAsGoodAsTheyWereHalfOfPopularity() {
        judge(EmbeddingNetTrainer.original());
        judge(EmbeddingNetTrainer.corrected());
    }

    private void judge(EmbeddingNetTrainer net) {
        OriginalHybrid model =
                OriginalHybridTrainer.original(net).train(split.training(), kernels, TrainingListener.SILENT);
        double ndcg = new Evaluator(Bootstrap.DEFAULT, () -> 0)
                .evaluate(model, split, Part.TEST, threads, TrainingListener.SILENT)
                .estimate("ndcg@10")
                .orElseThrow()
                .mean();
        double watched = watchedShare(model);
        String found = net.name() + ": NDCG@10 " + ndcg + ", watched " + watched;
        assertTrue(ndcg > .075 && ndcg < .115 && ndcg < POPULARITY, found);
        assertTrue(watched > .07 && watched < .18, found);
    }

    private double watchedShare(OriginalHybrid model) {
        int places = 0;
        int watched = 0;
        for (HeldOutUser user : split.test().subList(0, 300)) {
            for (int item : model.asItWas(user.foldIn()).first(10).indices()) {
                places++;
                watched += user.foldIn().contains(item) ? 1 : 0;
            }
        }
        return (double) watched / places;
    }
}
