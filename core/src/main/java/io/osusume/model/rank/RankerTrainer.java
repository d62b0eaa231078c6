package io.osusume.model.rank;

import io.osusume.kernel.Threads;
import io.osusume.model.TrainingException;
import io.osusume.model.TrainingListener;
import java.util.SortedMap;

/// How one kind of ranker is learnt: an immutable record of settings.
public interface RankerTrainer {
    /// The word in settings and reports: `trees` or `logistic`.
    String name();

    /// All settings by their public names, for manifests.
    SortedMap<String, String> settings();

    /// Learns from rows. The same rows, settings and seed give the same bits on any number of threads.
    ///
    /// @throws TrainingException if the training cannot go on, with the reason
    Ranker train(RankerRows rows, long seed, Threads threads, TrainingListener listener);
}
