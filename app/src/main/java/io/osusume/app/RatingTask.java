package io.osusume.app;

import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.Part;
import io.osusume.evaluation.RatingEvaluation;
import io.osusume.evaluation.Split;
import io.osusume.kernel.Kernels;
import io.osusume.model.TrainingListener;
import io.osusume.model.rating.RatingRegression;
import io.osusume.model.rating.RatingRegressionTrainer;
import io.osusume.report.DataDescription;
import io.osusume.report.RatingReport;
import java.util.List;

/// `evaluate --task ratings`: trains both models of ratings on the users that train and judges them on users
/// they never saw.
final class RatingTask {
    private RatingTask() {}

    static RatingReport run(
            Split split, Part part, DataDescription described, Kernels kernels, TrainingListener listener) {
        RatingRegression regression = RatingRegressionTrainer.defaults().train(split.training(), kernels, listener);
        return new RatingReport(
                List.of(
                        RatingEvaluation.of(regression.means(), split, part, kernels.threads()),
                        RatingEvaluation.of(regression, split, part, kernels.threads())),
                Bootstrap.DEFAULT,
                part,
                described,
                CodeVersion.describe());
    }
}
