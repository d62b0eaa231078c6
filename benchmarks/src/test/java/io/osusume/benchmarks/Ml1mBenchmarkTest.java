package io.osusume.benchmarks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.SharedData;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.TrainingListener;
import io.osusume.model.edlae.EdlaeTrainer;
import io.osusume.natives.OpenBlasLibrary;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The gate on MovieLens-1M: bands around the measured figures, above what is published where that is claimed.
@Tag("shared")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Ml1mBenchmarkTest {
    private final Ml1m ml1m = read();

    private static Ml1m read() {
        try {
            return Ml1m.read(Objects.requireNonNull(
                    SharedData.file("data/ml-1m/train.txt.gz").getParent()));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private Ml1m.Figures figures(EdlaeTrainer trainer) {
        Threads threads = new Threads(2);
        Kernels kernels = new Kernels(
                VectorMath.fastest(),
                OpenBlasLibrary.load(OpenBlasLibrary.defaultCache()).dense(threads),
                threads);
        return ml1m.evaluate(trainer.train(ml1m.training(), kernels, TrainingListener.SILENT), threads);
    }

    @Test
    void edlaeReachesItsFigures() {
        assertBand(.2760, .2800, .2680, .2725, figures(Ml1mBenchmark.plain()));
    }

    /// UltraGCN: .2787 and .2642.
    @Test
    void withBothDiscountsEdlaeIsAboveUltraGcnInBothFigures() {
        assertBand(.2820, .2870, .2710, .2760, figures(Ml1mBenchmark.discounted()));
    }

    private static void assertBand(
            double lowRecall, double highRecall, double lowNdcg, double highNdcg, Ml1m.Figures found) {
        assertTrue(
                found.recall() >= lowRecall
                        && found.recall() <= highRecall
                        && found.ndcg() >= lowNdcg
                        && found.ndcg() <= highNdcg,
                "Recall@20 must be in [" + lowRecall + ", " + highRecall + "] and NDCG@20 in [" + lowNdcg + ", "
                        + highNdcg + "], were " + found);
    }
}
