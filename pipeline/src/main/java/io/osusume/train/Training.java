package io.osusume.train;

import io.osusume.data.Interactions;
import io.osusume.kernel.Kernels;
import io.osusume.model.Recommender;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/// Runs a trainer, takes its time and keeps what it told.
public final class Training {
    private Training() {}

    /// Trains one model.
    ///
    /// @param listener hears everything too, as it happens
    public static <M extends Recommender> TrainedModel<M> run(
            Trainer<M> trainer, Interactions interactions, Kernels kernels, TrainingListener listener) {
        Keeper keeper = new Keeper(listener);
        long start = System.nanoTime();
        M model = trainer.train(interactions, kernels, keeper);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new TrainedModel<>(model, trainer.settings(), seconds, keeper.epochs, keeper.notes);
    }

    private static final class Keeper implements TrainingListener {
        private final TrainingListener next;
        private final List<TrainedModel.Epoch> epochs = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        Keeper(TrainingListener next) {
            this.next = next;
        }

        @Override
        public void progress(String step, double fraction) {
            next.progress(step, fraction);
        }

        @Override
        public void epoch(int epoch, SortedMap<String, Double> metrics) {
            epochs.add(new TrainedModel.Epoch(epoch, metrics));
            next.epoch(epoch, metrics);
        }

        @Override
        public void note(String sentence) {
            notes.add(sentence);
            next.note(sentence);
        }
    }
}
