package io.osusume.model;

import io.osusume.data.Interactions;
import io.osusume.data.Tensors;
import io.osusume.data.TrainingData;
import io.osusume.kernel.Kernels;
import java.util.SortedMap;

/// How one family of models is made: an immutable record of settings.
///
/// @param <M> the model it makes
public interface Trainer<M extends Recommender> {
    /// The word on the command line and in reports: `ease`, `net-original`, ...
    String name();

    /// All settings by their public names, for manifests.
    SortedMap<String, String> settings();

    /// Trains a model. The same data, settings and kernels give the same bits on any number of threads.
    ///
    /// @throws TrainingException if the training cannot go on, naming the epoch and what was found
    M train(TrainingData data, Kernels kernels, TrainingListener listener);

    /// Trains a model on interactions alone.
    default M train(Interactions training, Kernels kernels, TrainingListener listener) {
        return train(TrainingData.of(training), kernels, listener);
    }

    /// Restores a model this trainer's family made.
    ///
    /// @param state what [Recommender#state()] gave
    /// @throws IllegalArgumentException if the state does not fit the training data
    M restore(Tensors state, TrainingData data, Kernels kernels);

    /// Restores a model that needs no facts.
    default M restore(Tensors state, Interactions training, Kernels kernels) {
        return restore(state, TrainingData.of(training), kernels);
    }
}
