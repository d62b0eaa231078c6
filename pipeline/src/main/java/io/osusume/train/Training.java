package io.osusume.train;

import io.osusume.data.TrainingData;
import io.osusume.kernel.Kernels;
import io.osusume.model.Recommender;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingListener;
import java.time.Duration;

/// Runs a trainer, takes its time and keeps what it told.
public final class Training {
    private Training() {}

    /// Trains one model.
    ///
    /// @param listener hears everything too, as it happens
    public static <M extends Recommender> TrainedModel<M> run(
            Trainer<M> trainer, TrainingData data, Kernels kernels, TrainingListener listener) {
        TrainingLog log = new TrainingLog(listener);
        long start = System.nanoTime();
        M model = trainer.train(data, kernels, log);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        return new TrainedModel<>(model, trainer.settings(), time, log.epochs(), log.notes());
    }
}
