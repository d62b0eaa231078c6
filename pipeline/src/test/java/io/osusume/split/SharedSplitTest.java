package io.osusume.split;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.SharedData;
import io.osusume.data.Tensors;
import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.Evaluator;
import io.osusume.evaluation.HeldOutUser;
import io.osusume.evaluation.Part;
import io.osusume.evaluation.Split;
import io.osusume.kernel.Threads;
import io.osusume.model.FoldIn;
import io.osusume.model.TrainingListener;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The metrics agree with those an independent program measured on the same real split.
@Tag("shared")
class SharedSplitTest {
    /// The number of training users an item has.
    private static final class Popularity implements FoldIn {
        private final Interactions training;
        private final int[] counts;

        private Popularity(Interactions training) {
            this.training = training;
            this.counts = training.itemCounts();
        }

        @Override
        public Interactions training() {
            return training;
        }

        @Override
        public String name() {
            return "popularity";
        }

        @Override
        public void score(Profile profile, float[] scores) {
            for (int item = 0; item < scores.length; item++) {
                scores[item] = counts[item];
            }
        }

        @Override
        public Tensors state() {
            return Tensors.of(Map.of());
        }
    }

    @Test
    void theRealSplitHasItsCountsAndPopularityItsKnownFigures() throws IOException {
        Split split = SplitFile.read(SharedData.file("data/mal-5000/split.csv.gz"));

        assertEquals(7390, split.items().size());
        assertEquals(3734, split.users().size());
        assertEquals(352_513, split.training().size());
        assertEquals(422, split.validation().size());
        assertEquals(844, split.test().size());
        assertEquals(44_348, foldedIn(split.validation()));
        assertEquals(11_090, heldOut(split.validation()));
        assertEquals(90_116, foldedIn(split.test()));
        assertEquals(22_542, heldOut(split.test()));

        Evaluation popularity = new Evaluator(Bootstrap.DEFAULT, System::nanoTime)
                .evaluate(new Popularity(split.training()), split, Part.TEST, new Threads(2), TrainingListener.SILENT);
        assertEquals(.1827, mean(popularity, "ndcg@10"), .0005);
        assertEquals(.2262, mean(popularity, "ndcg@100"), .0005);
        assertEquals(.1776, mean(popularity, "recall@20"), .0005);
        assertEquals(.2406, mean(popularity, "recall@50"), .0005);
        assertEquals(.006, popularity.coverage().orElseThrow(), .0005);
    }

    private static double mean(Evaluation evaluation, String metric) {
        return evaluation.estimate(metric).orElseThrow().mean();
    }

    private static int foldedIn(List<HeldOutUser> users) {
        return users.stream().mapToInt(user -> user.foldIn().size()).sum();
    }

    private static int heldOut(List<HeldOutUser> users) {
        return users.stream().mapToInt(user -> user.heldOut().length).sum();
    }
}
