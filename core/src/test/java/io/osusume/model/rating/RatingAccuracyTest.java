package io.osusume.model.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.PairedBootstrap.Comparison;
import io.osusume.evaluation.Part;
import io.osusume.evaluation.RatingEvaluation;
import io.osusume.evaluation.RatingEvaluation.Metric;
import io.osusume.evaluation.Split;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.Mal5000;
import io.osusume.model.TrainingListener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The gate on real test users: bands around the measured errors, and a difference that is no chance.
@Tag("shared")
class RatingAccuracyTest {
    @Test
    void theRegressionBeatsDampedMeansInBothErrors() {
        Split split = Mal5000.split();
        Threads threads = new Threads(2);
        Kernels kernels = new Kernels(VectorMath.fastest(), DenseMath.java(threads), threads);
        RatingRegression model =
                RatingRegressionTrainer.defaults().train(split.training(), kernels, TrainingListener.SILENT);
        RatingEvaluation means = RatingEvaluation.of(model.means(), split, Part.TEST, threads);
        RatingEvaluation regression = RatingEvaluation.of(model, split, Part.TEST, threads);
        for (Metric metric : Metric.values()) {
            Comparison pair = regression.compare(means, metric, Bootstrap.DEFAULT);
            assertTrue(pair.high() < 0, metric + " " + pair);
        }
        assertEquals(MEANS_RMSE, means.estimate(Metric.RMSE, Bootstrap.DEFAULT).mean(), .0005);
        assertEquals(RMSE, regression.estimate(Metric.RMSE, Bootstrap.DEFAULT).mean(), .001);
        assertEquals(MAE, regression.estimate(Metric.MAE, Bootstrap.DEFAULT).mean(), .001);
    }

    @Test
    void theRegressionThatIsServedCostsNoAccuracy() {
        Split split = Mal5000.split();
        Threads threads = new Threads(2);
        Kernels kernels = new Kernels(VectorMath.fastest(), DenseMath.java(threads), threads);
        TrimmedRegression model =
                TrimmedRegressionTrainer.defaults().train(split.training(), kernels, TrainingListener.SILENT);
        RatingEvaluation served = RatingEvaluation.of(model, split, Part.TEST, threads);
        double rmse = served.estimate(Metric.RMSE, Bootstrap.DEFAULT).mean();
        assertTrue(rmse <= RMSE + .001, "RMSE must be at most that of all weights, " + RMSE + ", was " + rmse);
    }

    private static final double MEANS_RMSE = .1359;
    private static final double RMSE = .1287;
    private static final double MAE = .0959;
}
