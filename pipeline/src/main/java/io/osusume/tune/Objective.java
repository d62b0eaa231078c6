package io.osusume.tune;

import io.osusume.data.TrainingData;
import io.osusume.evaluation.Evaluation;
import io.osusume.kernel.Threads;
import java.util.Map;

/// What a search wants to be high: trains with some settings and judges on the validation users.
@FunctionalInterface
public interface Objective {
    /// Trains and judges one model. Called from several threads at once.
    ///
    /// @param assignments the value of each searched setting, by key
    /// @param training what to train on
    /// @param threads how many threads the work may use; the figures must not depend on it
    /// @throws io.osusume.model.TrainingException if these settings cannot be trained with
    Evaluation evaluate(Map<String, String> assignments, TrainingData training, Threads threads);
}
